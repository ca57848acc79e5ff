/** contacts (POST): where a person is a contact, for who asks that their data be erased; for managers. */
import { findContacts } from '../app/find-contacts';
import { contactsFunction } from '../contract/contacts';
import { isManager } from '../domain/account/team';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';

export const contactsRoute = (service: Service) =>
  endpoint(
    contactsFunction,
    {
      POST: async ({ body: { q }, caller: { member } }) => {
        if (!isManager(member)) throw new Problem('ROLE_NOT_ALLOWED');
        return findContacts(service.db, q);
      },
    },
    service.endpointDeps,
  );
