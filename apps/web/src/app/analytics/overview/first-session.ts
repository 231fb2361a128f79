/** A command line that records a session; without a key yet, one that reads it from the environment. */
export function sendSessionCommand(origin: string, key = '$FLOWPILOT_KEY'): string {
  return [
    `curl -X POST ${origin}/api/v1/sessions`,
    `-H "Authorization: Bearer ${key}"`,
    '-H "Content-Type: application/json"',
    `-d '{"problem_domain":"VPN","confidence_tier":"guided"}'`,
  ].join(' \\\n  ');
}
