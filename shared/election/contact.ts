import * as z from 'zod/mini';

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const PHONE = /^\+?[0-9][0-9 -]{5,24}$/;

export const EmailAddress = z.string().check(z.refine((text) => EMAIL.test(text), { error: 'not-an-email' }));

export const PhoneNumber = z.string().check(z.refine((text) => PHONE.test(text), { error: 'not-a-phone' }));
