// Calls the endpoint in ENDPOINT by method and by function, then makes it refuse.

exports.call = async ({ Client, createListener, GaClient, isCreateListenerError }) => {
  const options = {
    credentials: { accessKeyId: "testid", accessKeySecret: "testsecret" },
    endpoint: process.env.ENDPOINT,
    regionId: "cn-hangzhou",
  };
  const request = { AcceleratorId: "ga-1", PortRanges: [{ FromPort: 20, ToPort: 20 }] };

  const ga = new GaClient(options);
  const { ListenerId: byMethod } = await ga.createListener(request);
  const bare = new Client({ ...options, signature: "HMAC-SHA1" });
  const { ListenerId: byFunction } = await createListener(bare, request);

  await fetch(
    `${process.env.ENDPOINT}/endpoint/fail?action=CreateListener&code=NotExist.Accelerator`,
    {
      method: "POST",
    },
  );
  const refused = await ga.createListener(request).catch((error) => error);
  console.log(
    JSON.stringify({ byMethod, byFunction, code: isCreateListenerError(refused) && refused.code }),
  );
  ga.close();
  bare.close();
};
