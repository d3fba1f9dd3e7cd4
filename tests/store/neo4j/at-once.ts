/** How many questions are under way at once. */
const AT_ONCE = 4;

/** Does something with every one of a list, some at a time; the first that fails ends it. */
export async function forEachOf<Each>(list: readonly Each[], work: (each: Each) => Promise<void>): Promise<void> {
  const left = list.values();
  const one = async () => {
    for (const each of left) await work(each);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
