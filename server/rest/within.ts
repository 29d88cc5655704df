import type { Scope } from '#core/people/scope.ts';
import type { TenantId } from '#core/shared/ids.ts';

/** A scope as a filter of the store: nothing where it reaches everywhere, so that nothing has to be looked at. */
export function within(scope: Scope): { readonly tenants?: readonly TenantId[] } {
  return scope.kind === 'everywhere' ? {} : { tenants: [...scope.ids] };
}
