/** Security profiles, keys and certificates of stations, and the site's own authority. */
export const security = {
  state: {
    set: 'asked for from now on',
    asked: 'the station was asked to change to it',
    accepted: 'the station agreed and restarts',
    'in-force': 'the station has come with it',
    'with-new-key': 'the station has come with its new key',
    refused: 'the station refused it',
    'no-answer': 'no answer; it may come with either',
  },
  keyState: {
    asked: 'sent to the station',
    accepted: 'accepted; the old one is void',
    waiting: 'accepted; it counts from the next profile on',
    refused: 'refused; the old one stays',
    'no-answer': 'no answer; both count until one is proven',
  },
  requestState: {
    right: 'it will be signed',
    unreadable: 'refused, the request cannot be read',
    'wrong-signature': 'refused, the request is not signed with its own key',
    'weak-key': 'refused, the key is too weak or of an unknown kind',
    'wrong-name': 'refused, it names another serial number',
    'wrong-organisation': 'refused, it names another organisation',
    'too-many': 'refused, it asks too often',
  },
};
