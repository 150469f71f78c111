/** The far end of a socket was not where the data may go. Nothing was sent. */
export class AddressRefused extends Error {
  readonly code = 'address-not-onsite';

  constructor() {
    super('the connected address is not onsite');
    this.name = 'AddressRefused';
  }
}
