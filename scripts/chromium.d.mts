/** Launch options for Playwright: the npm package's own Chromium on Linux x64, else an installed one. */
export function chromium(): Promise<{ executablePath: string; args: string[] }>;
