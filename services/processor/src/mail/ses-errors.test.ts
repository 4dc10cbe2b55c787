import { SESServiceException } from '@aws-sdk/client-ses';
import { deliveryOf } from './ses-errors';

const sesError = (name: string, message: string, fault: 'client' | 'server' = 'client') =>
  new SESServiceException({ name, message, $fault: fault, $metadata: {} });

const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });

test.each([
  ['a message with a virus', sesError('MessageRejected', 'Virus detected')],
  ['an address that is none', sesError('InvalidParameterValue', 'Missing domain')],
])('%s is refused for good', (_, error) => {
  expect(deliveryOf(error)).toEqual({ outcome: 'rejected', reason: `${error.name}: ${error.message}` });
});

test.each([
  ['not allowed now', sesError('MessageRejected', 'Email address is not verified.')],
  ['not allowed now', sesError('MailFromDomainNotVerifiedException', '')],
  ['not allowed now', sesError('AccountSendingPausedException', '')],
  ['not allowed now', sesError('ExpiredToken', '')],
  ['too fast', sesError('Throttling', 'Maximum sending rate exceeded.')],
  ['away', sesError('InternalFailure', '', 'server')],
  ['away', away],
])('because SES is %s the mail is sent later', (because, error) => {
  expect(deliveryOf(error)).toMatchObject({ outcome: 'later', because });
});
