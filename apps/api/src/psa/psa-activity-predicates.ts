/** Groups of PSA activities that both a figure and the list behind it count: conditions on `psa_activity_logs`. */

/** Activities that no session stands behind. */
export const UNATTRIBUTED = 'psa_activity_logs.session_id is null';
