/** What several rooms use at the same time. */
export interface Shared<Options, Thing> {
  /** The thing, made now if nobody has it. Each `take` needs a `giveBack`, unless it rejects. */
  readonly take: (options: Options) => Promise<Thing>;
  /** Gives up the thing with its last user. */
  readonly giveBack: () => Promise<void>;
}

/** Made for the first who takes it and given up with the last; one that could not be made is made anew for the next. */
export function shared<Options, Thing>(
  make: (options: Options) => Promise<Thing>,
  giveUp: (thing: Thing) => Promise<void>,
): Shared<Options, Thing> {
  let thing: Promise<Thing> | undefined;
  let users = 0;
  const giveBack = async (): Promise<void> => {
    users -= 1;
    if (users > 0) return;
    const last = thing;
    thing = undefined;
    const made = await last?.catch(() => undefined); // that it failed has been told to whoever took it
    if (made !== undefined) await giveUp(made);
  };
  return {
    async take(options) {
      users += 1;
      try {
        return await (thing ??= make(options));
      } catch (error) {
        await giveBack();
        throw error;
      }
    },
    giveBack,
  };
}
