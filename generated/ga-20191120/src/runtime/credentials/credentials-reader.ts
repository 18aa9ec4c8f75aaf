import { environmentAdvice, readEnvironment } from "#platform";
import type { Credentials, CredentialsSource } from "./credentials.ts";
import { createRedactor } from "../errors/create-redactor.ts";
import { RequestError } from "../errors/request-error.ts";
import { summarizeCause } from "../errors/restate-failure.ts";
import { TransportError } from "../errors/transport-error.ts";
import { wrongType } from "../parameters/faults.ts";
import type { Deadline } from "../time/deadline.ts";

const methods = ["getCredential", "getCredentials"] as const;
type Method = (typeof methods)[number];
type Source = Readonly<Record<Method, () => unknown>>;

/** A call that waits for the result of a request to the source, or of a later one. */
interface Waiting {
  readonly question: number;
  readonly resolve: (provided: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads credentials before each attempt; simultaneous reads share one request to the source. */
export class CredentialsReader {
  readonly #given: unknown;
  readonly #waiting = new Set<Waiting>();
  /** The number of requests to the source, and true if new calls share the last one. */
  #asked = 0;
  #isShared = false;

  /** @param given credentials or their source; without them the environment's are read */
  constructor(given: Credentials | CredentialsSource | undefined) {
    this.#given = given;
  }

  /** True if another read may return another key. */
  get renews(): boolean {
    return methodOf(this.#given) !== undefined;
  }

  /**
   * Returns credentials; synchronously if no source is called. A source may never settle. After one
   * call has waited its full time, the next read calls the source again.
   *
   * @throws RequestError if the first attempt has no usable key
   * @throws TransportError of phase `"credentials"` if the source fails, or a later attempt has no
   * usable key
   */
  read(attempt: number, deadline: Deadline): Credentials | Promise<Credentials> {
    const method = methodOf(this.#given);
    if (method !== undefined) return this.#wait(method, attempt, deadline);
    const isGiven = this.#given !== undefined;
    return check(isGiven ? this.#given : readEnvironment(), attempt, isGiven);
  }

  async #wait(method: Method, attempt: number, deadline: Deadline): Promise<Credentials> {
    if (!this.#isShared) this.#ask(method);
    const question = this.#asked;
    let waiting: Waiting | undefined;
    const answered = () =>
      new Promise<unknown>((resolve, reject) => {
        waiting = { question, resolve, reject };
        this.#waiting.add(waiting);
      });
    let provided: unknown;
    try {
      provided = await deadline.run(answered, "credentials");
    } catch (error) {
      if (deadline.explain("credentials") !== undefined) {
        this.#close(question);
        throw error;
      }
      const cause = summarizeCause(error, createRedactor([]));
      throw failure(`The credentials could not be read: ${cause.message}`, attempt, cause);
    } finally {
      if (waiting !== undefined) this.#waiting.delete(waiting);
    }
    return check(provided, attempt, true);
  }

  #ask(method: Method): void {
    const question = (this.#asked += 1);
    this.#isShared = true;
    const settle = (how: "resolve" | "reject") => (value: unknown) => {
      this.#close(question);
      for (const call of this.#waiting) {
        // A result also settles earlier requests that hang; a failure does not.
        const isAnswered = how === "resolve" && call.question < question;
        if (isAnswered || call.question === question) call[how](value);
      }
    };
    Promise.resolve()
      .then(() => (this.#given as Source)[method]())
      .then(settle("resolve"), settle("reject"));
  }

  /** Makes later reads call the source again. */
  #close(question: number): void {
    if (question === this.#asked) this.#isShared = false;
  }
}

function methodOf(given: unknown): Method | undefined {
  const source = given as Source | null | undefined;
  return methods.find((method) => typeof source?.[method] === "function");
}

/** Validates at run time, because not every source is type-checked. */
function check(provided: unknown, attempt: number, isGiven: boolean): Credentials {
  const given = (provided ?? {}) as Readonly<Record<keyof Credentials, unknown>>;
  const faults: string[] = [];
  const read = (key: keyof Credentials, empty?: string) => {
    const value = given[key] ?? "";
    let fault: string | undefined;
    if (typeof value !== "string") fault = wrongType(value, "a string").text;
    else if (value === "") fault = empty;
    // A line break left over from a file or variable would otherwise make the signature wrong.
    else if (/[^\x21-\x7e]/.test(value)) fault = "holds more than printable ASCII";
    if (fault === undefined) return value as string;
    faults.push(`The ${key} ${fault}${isGiven ? "" : environmentAdvice}.`);
    return "";
  };
  const credentials = {
    accessKeyId: read("accessKeyId", "is missing"),
    accessKeySecret: read("accessKeySecret", "is missing"),
    securityToken: read("securityToken") || undefined,
  };
  if (faults.length === 0) return credentials;
  // An earlier attempt may have been processed; a RequestError would state that nothing was sent.
  if (attempt > 1) throw failure(faults.join(" "), attempt);
  throw new RequestError(faults.map((message) => ({ path: "", rule: "option", message })));
}

function failure(message: string, attempts: number, cause?: Error): TransportError {
  return new TransportError(message, {
    phase: "credentials",
    reason: "credentials",
    attempts,
    cause,
  });
}
