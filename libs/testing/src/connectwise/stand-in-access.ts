import { Refusal } from './refusal.js';
import type { Right } from './stand-in-records.js';
import type { StandInRequest } from './stand-in-request.js';
import type { StandInState } from './stand-in-state.js';

const ACCEPT = /^application\/vnd\.connectwise\.com\+json; ?version=20\d\d\.\d{1,2}$/;

/** @throws Refusal 401, 403 or 406 as ConnectWise would, before anything of the request is looked at. */
export function checkAccess(state: StandInState, request: StandInRequest, right: Right): void {
  const { company, apiMember, clientId } = state;
  const credentials = Buffer.from(`${company}+${apiMember.publicKey}:${apiMember.privateKey}`).toString('base64');
  if (request.headers.authorization !== `Basic ${credentials}`) {
    const sentBack = state.echoesCredentials ? ` You sent: ${request.headers.authorization ?? 'nothing'}` : '';
    throw new Refusal(401, 'Unauthorized', `The company, public key or private key is wrong.${sentBack}`);
  }
  if (request.headers.clientid !== clientId) {
    throw new Refusal(401, 'InvalidClientId', 'The clientId header is missing or unknown.');
  }
  if (!ACCEPT.test(request.headers.accept ?? '')) {
    throw new Refusal(406, 'NotAcceptable', 'The Accept header must name the ConnectWise media type and a version.');
  }
  if (!apiMember.rights.has(right)) {
    throw new Refusal(403, 'SecurityPermission', `You do not have security permission to perform this action (${right}).`);
  }
}
