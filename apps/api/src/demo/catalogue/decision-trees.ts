import { act, ask, escalated, resolved, type TreeNotation } from './tree-notation.js';

/** The decision trees of the demo's flows, by the flow's name; the others have none yet. */
export const DECISION_TREES: Readonly<Record<string, TreeNotation>> = {
  'VPN drops every few minutes': [
    ask('Does it drop on every network?', {
      Yes: [
        act('Update the VPN client to 5.1.4', 'Company portal, Apps, VPN client. Restart before the next try.'),
        ask('Still dropping?', {
          No: [resolved()],
          Yes: [
            act(
              'Force TCP 443 in the profile',
              'Edit the profile, set transport to TCP 443, reconnect and keep a ping running.',
            ),
            ask('Stable for five minutes?', { Yes: [resolved()], No: [escalated('Escalated to network team')] }),
          ],
        }),
      ],
      'Only at home': [
        act('Turn off Wi-Fi power saving'),
        ask('Is the router older than 2019?', {
          No: [resolved()],
          Yes: [act('Ask for a wired test'), escalated('Router to be replaced by the provider')],
        }),
      ],
    }),
  ],
  'VPN connects but no network drives': [
    ask('Can the file server be pinged by name?', {
      'By name and by address': [act('Map the drives again with the log-on script'), resolved()],
      'By address only': [act('Flush DNS and reconnect'), ask('By name now?', { Yes: [resolved()], No: [escalated('Escalated: DNS over VPN')] })],
      'Not at all': [escalated('Escalated: split tunnel routes')],
    }),
  ],
  'Account locked out': [
    ask('Did the caller prove who they are?', {
      No: [act('Call back on the number on file'), escalated('Handed to the service desk lead')],
      Yes: [
        act('Unlock the account'),
        ask('Does it lock again within ten minutes?', {
          No: [resolved()],
          Yes: [
            act('Find the device with the old password', 'Sign-in log, filter by failure, look at the client app.'),
            act('Remove the saved password there'),
            resolved('Resolved, device named in the ticket'),
          ],
        }),
      ],
    }),
  ],
  'MFA re-registration': [
    ask('Did the caller prove who they are?', {
      No: [escalated('Manager must confirm')],
      Yes: [act('Require re-registration'), act('Stay on the line until a sign-in is approved'), resolved()],
    }),
  ],
  'Outlook keeps asking for a password': [
    ask('Does webmail take the password?', {
      No: [act('Reset the password'), resolved()],
      Yes: [
        act('Remove the saved credentials', 'Credential Manager, Windows credentials, everything with Office in its name.'),
        ask('Does it ask again?', {
          No: [resolved()],
          Yes: [act('Make a new mail profile'), ask('And now?', { 'Asks no more': [resolved()], 'Still asks': [escalated()] })],
        }),
      ],
    }),
  ],
  'Printer offline': [
    ask('Is it offline for everybody?', {
      'For one person': [act('Remove and add the printer'), resolved()],
      'For everybody': [
        act('Have somebody read the display'),
        ask('What does it say?', {
          'Paper or toner': [act('Talk them through it'), resolved()],
          'No network': [act('Move the cable to another port'), ask('Back?', { Yes: [resolved()], No: [escalated('Escalated to network team')] })],
          'An error code': [escalated('Maker called, code in the ticket')],
        }),
      ],
    }),
  ],
  'Backup job failed': [
    ask('Which message does the job end with?', {
      'No space': [act('Delete what is past its keeping time'), resolved()],
      'Snapshot failed': [act('Restart the VSS writers'), act('Start the job again'), ask('Done?', { Yes: [resolved()], No: [escalated('Escalated to the maker')] })],
      'Another one': [escalated('Escalated with the log')],
    }),
  ],
  'New starter account': [
    act('Read the form from HR', 'Name, start date, department, manager, licences.'),
    act('Make the account from the template of the department'),
    act('Assign the licences'),
    act('Add to the groups of the manager’s team'),
    act('Send the first password to the manager'),
    resolved('Ready for day one'),
  ],
  'Leaver account': [
    act('Block sign-in and end all sessions'),
    ask('Does the manager need the mailbox?', {
      Yes: [act('Turn it into a shared mailbox'), act('Give the manager access'), resolved()],
      No: [act('Set the reply that names the successor'), resolved()],
    }),
  ],
};
