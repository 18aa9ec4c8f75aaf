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

/** A call that waits for the source's answer to a question, or to a later one. */
interface Waiting {
  readonly question: number;
  readonly resolve: (provided: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads credentials before each attempt; readings that coincide share one answer of the source. */
export class CredentialsReader {
  readonly #given: unknown;
  readonly #waiting = new Set<Waiting>();
  /** How often the source was asked, and whether new calls wait for its last answer. */
  #asked = 0;
  #isShared = false;

  /** @param given the environment's, where there are none */
  constructor(given: Credentials | CredentialsSource | undefined) {
    this.#given = given;
  }

  /** Whether another reading may give another key. */
  get renews(): boolean {
    return methodOf(this.#given) !== undefined;
  }

  /**
   * At once where nobody has to be asked. A source may never answer: the next attempt asks again once a call
   * has waited for as long as it may.
   *
   * @throws RequestError if there is no usable key for the first attempt
   * @throws TransportError of phase `"credentials"` if the source fails, or has no usable key for a later attempt
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
        // An earlier question that hangs is answered, too, but not given up yet.
        const isAnswered = how === "resolve" && call.question < question;
        if (isAnswered || call.question === question) call[how](value);
      }
    };
    Promise.resolve()
      .then(() => (this.#given as Source)[method]())
      .then(settle("resolve"), settle("reject"));
  }

  /** Lets calls to come ask again. */
  #close(question: number): void {
    if (question === this.#asked) this.#isShared = false;
  }
}

function methodOf(given: unknown): Method | undefined {
  const source = given as Source | null | undefined;
  return methods.find((method) => typeof source?.[method] === "function");
}

/** A source need not hold its promise: not every one of them is written with types. */
function check(provided: unknown, attempt: number, isGiven: boolean): Credentials {
  const given = (provided ?? {}) as Readonly<Record<keyof Credentials, unknown>>;
  const faults: string[] = [];
  const read = (key: keyof Credentials, empty?: string) => {
    const value = given[key] ?? "";
    let fault: string | undefined;
    if (typeof value !== "string") fault = wrongType(value, "a string").text;
    else if (value === "") fault = empty;
    // A line break left over from a file or variable would otherwise end as a wrong signature.
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
  // A request that was sent before may have been carried out, which a RequestError would deny.
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
