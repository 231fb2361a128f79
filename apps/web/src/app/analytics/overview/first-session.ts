/** A command line that records a session, for an API key with the scope sessions:write. */
export function sendSessionCommand(origin: string): string {
  return [
    `curl -X POST ${origin}/api/v1/sessions`,
    '-H "Authorization: Bearer $FLOWPILOT_KEY"',
    '-H "Content-Type: application/json"',
    `-d '{"problem_domain":"VPN","confidence_tier":"guided"}'`,
  ].join(' \\\n  ');
}
