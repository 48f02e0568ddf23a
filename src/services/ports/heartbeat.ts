/** Somebody outside who notices when it stays away. */
export interface Heartbeat {
  /** @throws when nobody has taken it */
  beat(): Promise<void>;
}
