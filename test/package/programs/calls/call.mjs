import { Client, createListener, GaClient, isCreateListenerError } from "ga-20191120";
import { call } from "./call-both-ways.cjs";

await call({ Client, createListener, GaClient, isCreateListenerError });
