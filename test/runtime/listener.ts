import { type ClientDefaults, type Operation, ParameterWriter } from "../../src/runtime/index.ts";

/** A request of the kind a page describes, for tests that need an operation to call. */
export interface ListenerRequest {
  AcceleratorId: string;
  PortRanges: ListenerPortRange[];
  RegionId?: string;
  Name?: string;
  ClientToken?: string;
}

export interface ListenerPortRange {
  FromPort: number;
  ToPort: number;
}

export interface ListenerResponse {
  RequestId: string;
}

const members = ["AcceleratorId", "PortRanges", "RegionId", "Name", "ClientToken"];

/** Written as the emitted serializers are. */
function serializeListener(
  request: ListenerRequest,
  defaults?: ClientDefaults,
): Record<string, string> {
  const to = new ParameterWriter(defaults);
  if (to.object("", request, members, "required")) {
    to.string("AcceleratorId", request.AcceleratorId, "required");
    to.list("PortRanges", request.PortRanges, "required", writePortRange);
    to.filled("RegionId", request.RegionId, "regionId", "required");
    to.string("Name", request.Name, "optional");
    to.string("ClientToken", request.ClientToken, "optional");
  }
  return to.finish();
}

function writePortRange(to: ParameterWriter, key: string, value: ListenerPortRange): void {
  if (!to.object(key, value, ["FromPort", "ToPort"], "required")) return;
  to.integer(`${key}.FromPort`, value.FromPort, "required");
  to.integer(`${key}.ToPort`, value.ToPort, "required");
}

export const createListener: Operation<ListenerRequest, ListenerResponse> = {
  service: { product: "Ga", version: "2019-11-20" },
  action: "CreateListener",
  serialize: serializeListener,
  idempotencyToken: "ClientToken",
};

/** An operation that changes something, and would do it twice. */
export const changeListener: Operation<ListenerRequest, ListenerResponse> = {
  service: createListener.service,
  action: "ChangeListener",
  serialize: serializeListener,
};

/** An operation that may be repeated as often as one likes. */
export const describeListener: Operation<ListenerRequest, ListenerResponse> = {
  service: createListener.service,
  action: "DescribeListener",
  serialize: serializeListener,
  readOnly: true,
};

/** The least that can be asked. */
export const request: ListenerRequest = {
  AcceleratorId: "ga-1",
  PortRanges: [{ FromPort: 20, ToPort: 21 }],
  RegionId: "cn-hangzhou",
};

export const credentials = { accessKeyId: "testid", accessKeySecret: "testsecret" };
