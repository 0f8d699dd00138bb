/** Never runs: started with a delay of ten years, it only stands in Temporal as a sign of which copy this is. */
export async function mark(): Promise<void> {}
