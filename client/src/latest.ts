// Work that is asked for more often than it can be done: one run at a time, and one more where it was asked for meanwhile.

/** What asks for a run. Runs never overlap, the last request is always followed by a run, and none is made in vain. */
export function latest(run: () => Promise<void>): () => void {
  let state: "idle" | "running" | "again" = "idle";
  const start = async (): Promise<void> => {
    state = "running";
    await run().catch(() => undefined); // what a run says of its failure is the run's own business
    if (wasAskedAgain()) return start();
    state = "idle";
  };
  const wasAskedAgain = (): boolean => state === "again";
  return () => {
    if (state === "idle") void start();
    else state = "again";
  };
}
