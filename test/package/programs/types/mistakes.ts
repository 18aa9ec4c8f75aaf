// What must not compile, each mistake at each place where it can be made. Needs no types but the language's.

import {
  Client,
  createListener,
  CreateListenerErrorCode,
  GaClient,
  isCreateListenerError,
  isRequestError,
  isTransportError,
  serializeCreateListenerRequest,
  type CreateListenerPortRange,
  type CreateListenerProtocol,
  type CreateListenerRequest,
} from "ga-20191120";
import { CreateOrderErrorCode, isCreateOrderError, ShopClient } from "shop";

const credentials = { accessKeyId: "id", accessKeySecret: "secret" };
const range: CreateListenerPortRange = { FromPort: 20, ToPort: 20 };
const request: CreateListenerRequest = { AcceleratorId: "ga-1", PortRanges: [range] };
const order = { Channel: "web", Serial: 1, DeliverAt: new Date(), Lines: [{ Sku: "a" }] };
const ga = new GaClient({ credentials });
const shop = new ShopClient({ credentials });

/** A required member is missing. */
export function missing(): void {
  // @ts-expect-error in a request
  void ga.createListener({ PortRanges: [range] });
  // @ts-expect-error by function
  void createListener(new Client({ credentials }), { AcceleratorId: "ga-1" });
  // @ts-expect-error all of them
  serializeCreateListenerRequest({});
  // @ts-expect-error the whole request
  void ga.createListener();
  // @ts-expect-error in a list's item
  void ga.createListener({ ...request, PortRanges: [{ FromPort: 1 }] });
  // @ts-expect-error in a map's value
  void shop.createOrder({ ...order, Limits: { day: {} } });
  // @ts-expect-error in what is sent as JSON
  void shop.createOrder({ ...order, Options: { Wrap: {} } });
  // @ts-expect-error undefined does not stand for a value
  void ga.createListener({ ...request, AcceleratorId: undefined });
  // @ts-expect-error in the credentials
  new GaClient({ credentials: { accessKeyId: "id" } });
}

/** A member is misspelt. */
export async function misspelt(): Promise<void> {
  // @ts-expect-error in a request
  void ga.createListener({ ...request, Protocl: "tcp" });
  // @ts-expect-error in the case of other languages
  void ga.createListener({ ...request, clientToken: "a" });
  // @ts-expect-error in a list's item
  void ga.createListener({ ...request, PortRanges: [{ ...range, ToPrt: 1 }] });
  // @ts-expect-error two levels down
  void shop.createOrder({ ...order, Lines: [{ Sku: "a", Label: { Text: "a", Txt: "b" } }] });
  // @ts-expect-error by assignment
  range.FormPort = 1;

  const response = await ga.createListener(request);
  // @ts-expect-error in the response
  void response.ListnerId;
  // @ts-expect-error the response is the body itself
  void response.body;
  const { Lines } = await shop.createOrder(order);
  // @ts-expect-error in an item of the response
  void Lines.map(({ Stat }) => Stat);

  // @ts-expect-error in the client's options
  new GaClient({ credentials, endPoint: "ga.cn-hangzhou.aliyuncs.com" });
  // @ts-expect-error in the credentials
  new GaClient({ credentials: { accessKeyId: "id", secretAccessKey: "secret" } });
  // @ts-expect-error in the client's time limits
  new GaClient({ credentials, timeout: { totl: 1000 } });
  // @ts-expect-error in the client's retries
  new GaClient({ credentials, retry: { attempts: 3 } });
  // @ts-expect-error in the options of a call
  void ga.createListener(request, { singal: undefined });
  // @ts-expect-error in the name of an operation
  void ga.createListner(request);
}

/** A value has the wrong type. */
export async function mistyped(): Promise<void> {
  // @ts-expect-error text for a boolean
  void ga.createListener({ ...request, ProxyProtocol: "true" });
  // @ts-expect-error text for a number, in a list's item
  void ga.createListener({ ...request, PortRanges: [{ FromPort: "20", ToPort: 20 }] });
  // @ts-expect-error one for a list
  void ga.createListener({ ...request, PortRanges: range });
  // @ts-expect-error null for text
  void ga.createListener({ ...request, Name: null });
  // @ts-expect-error a number for a time
  void shop.createOrder({ ...order, DeliverAt: 1700000000000 });
  // @ts-expect-error a value that the closed type does not have
  const protocol: CreateListenerProtocol = "QUIC";
  // @ts-expect-error an algorithm that there is not
  new GaClient({ credentials, signature: "HMAC-MD5" });
  // @ts-expect-error seconds as text
  new GaClient({ credentials, timeout: { total: "60s" } });

  const { ListenerId } = await ga.createListener(request);
  // @ts-expect-error in the response
  const id: number = ListenerId;
  const { PaidAt } = await shop.createOrder(order);
  // @ts-expect-error a member that not every answer has
  const paid: string = PaidAt;
  void [protocol, id, paid];
}

/** An error code is misspelt. */
export function miscoded(error: unknown): void {
  if (isCreateListenerError(error)) {
    switch (error.code) {
      case "NotExist.Accelerator":
        break;
      // @ts-expect-error in a switch
      case "PortConflict.Listner":
        break;
      // @ts-expect-error in a switch, of another operation
      case CreateOrderErrorCode.InvalidSku:
        break;
    }
    // @ts-expect-error in a comparison
    void (error.code === "NotExist.Acelerator");
    // @ts-expect-error in a member of the error
    void error.requestID;
  }
  // @ts-expect-error in the object of codes
  void CreateListenerErrorCode.PortConflictListner;
  if (isCreateOrderError(error) && error.code === "Invalid.Sku") {
    // @ts-expect-error a code that the comparison ruled out
    void (error.code === "QuotaExceeded.Order");
  }
  // @ts-expect-error in the phase of a failure
  if (isTransportError(error)) void (error.phase === "conect");
  // @ts-expect-error in the rule of an issue
  if (isRequestError(error)) void error.issues.map(({ rule }) => rule === "requierd");
}
