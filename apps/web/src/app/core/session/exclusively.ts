/**
 * Runs a task while no other tab of this browser runs one of the same name. A refresh token is good for one use,
 * so two tabs must not send the same one.
 */
export async function exclusively<T>(name: string, task: () => Promise<T>): Promise<T> {
  // Only secure contexts have locks; on plain HTTP off localhost tabs are not coordinated.
  if (!('locks' in navigator)) return task();
  return navigator.locks.request(name, task);
}
