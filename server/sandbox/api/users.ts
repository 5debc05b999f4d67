import { actingUser } from '../access.ts';
import type { Call } from '../call.ts';
import { formatDateTime } from '../clock.ts';
import { invalidValue } from '../errors.ts';
import { renderProfile } from '../render/profile.ts';
import { renderPush } from '../render/push.ts';
import type { Router } from '../router.ts';
import type { StoredUser } from '../store.ts';
import { countUnseen } from './notifications.ts';

/** The account and the profile of the person who acts. @see https://developers.podio.com/doc/users */
export function userOperations(route: Router): void {
  route.get('/user/status', (call) => renderStatus(ownUser(call), countUnseen(call)), { usersOnly: true });
  route.get('/user', (call) => renderUser(ownUser(call)), { usersOnly: true });
  route.get('/user/profile', (call) => renderProfile(ownUser(call)), { usersOnly: true });
  route.put('/user/profile', (call) => updateProfile(call), { usersOnly: true });
}

function ownUser(call: Call, permission: 'read' | 'write' = 'read'): StoredUser {
  const user = call.store.users.get(actingUser(call, permission));
  if (!user) throw new Error('a token of a user who does not exist');
  return user;
}

function renderUser({ userId, mail, createdOn }: StoredUser) {
  return {
    user_id: userId,
    mail,
    status: 'active',
    locale: 'en_GB',
    timezone: 'Europe/Copenhagen',
    created_on: formatDateTime(createdOn),
    activated_on: formatDateTime(createdOn + 5 * 60 * 1000),
    mails: [{ mail, verified: true, primary: true, disabled: false }],
  };
}

function renderStatus(user: StoredUser, unseen: number) {
  return {
    user: renderUser(user),
    profile: renderProfile(user),
    properties: {},
    flags: [],
    betas: [],
    referral: { code: 'sandbox', status: 'inactive' },
    inbox_new: unseen,
    message_unread_count: 0,
    calendar_code: 'sandbox',
    task_mail: 'tasks@sandbox.invalid',
    mailbox: 'mailbox@sandbox.invalid',
    push: renderPush(`/user/${user.userId}`),
    presence: { ref_type: 'user', ref_id: user.userId, user_id: user.userId, signature: 'sandbox' },
  };
}

/** Members of a profile that a person may set, and whether each is a list. */
const profileMembers: Record<string, 'text' | 'list'> = {
  name: 'text',
  about: 'text',
  birthdate: 'text',
  organization: 'text',
  department: 'text',
  skype: 'text',
  city: 'text',
  state: 'text',
  zip: 'text',
  country: 'text',
  linkedin: 'text',
  twitter: 'text',
  address: 'list',
  location: 'list',
  phone: 'list',
  title: 'list',
  url: 'list',
  skill: 'list',
};

/** 204. Members that one cannot set are ignored: clients write back what they read. */
function updateProfile(call: Call): undefined {
  const user = ownUser(call, 'write');
  const changes = Object.entries(call.body).filter(([name]) => Object.hasOwn(profileMembers, name));
  for (const [name, value] of changes) checkMember(name, value);
  const { name, ...about } = Object.fromEntries(changes);
  if (typeof name === 'string') user.name = name;
  Object.assign(user.about, about);
  return undefined;
}

function checkMember(name: string, value: unknown): void {
  if (profileMembers[name] === 'list') {
    if (!Array.isArray(value) || value.some((each) => typeof each !== 'string')) throw invalidValue(value, 'must be array of strings');
  } else if (typeof value !== 'string' && (value !== null || name === 'name')) throw invalidValue(value, 'must be string');
  if (name === 'name' && value === '') throw invalidValue(value, 'must not be empty');
}
