import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { Client, TransportError } from "../../../src/runtime/index.ts";
import { expectNoSecrets } from "../expect-no-secrets.ts";
import { createListener } from "../listener.ts";
import { expectNoSockets } from "./meet.ts";
import { places } from "./places.ts";
import { watchTimers } from "./watch-timers.ts";

describe.each(["ACS3-HMAC-SHA256", "HMAC-SHA1"] as const)("signed with %s", (signature) => {
  describe("the caller's signal ends a call that waits", () => {
    test.each(places)("%s", async (_, phase, begin) => {
      const { options, request, moment, server } = await begin();
      const timers = watchTimers();
      const client = new Client({ ...options, signature });
      const caller = new AbortController();
      const call = client.call(createListener, request, { signal: caller.signal });
      const caught = call.catch((error: unknown) => error);

      await moment();
      caller.abort(new Error("not needed any more"));
      const error = await caught;

      expect(error).toBeInstanceOf(TransportError);
      expect(error).toMatchObject({
        message: `The call was aborted (phase: ${phase}).`,
        phase,
        reason: "abort",
        attempts: 1,
        cause: new Error("not needed any more"),
      });
      expectNoSecrets(error);
      expect(timers.running.size, "timers left").toBe(0);
      expect(getEventListeners(caller.signal, "abort"), "listeners left").toEqual([]);
      client.close();
      if (server !== undefined) await expectNoSockets(server);
    });
  });
});
