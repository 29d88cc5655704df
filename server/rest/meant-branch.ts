/** What a validator says of one place in a request. */
export interface SchemaFault {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
}

/**
 * Of a body that can be of several kinds only the faults of the kind that was meant are told: thirty ways in which
 * a reservation is no reset help nobody. Where no kind fits, that alone is told.
 */
export function faultsOfMeantBranch<Fault extends SchemaFault>(faults: readonly Fault[]): readonly Fault[] {
  const byBranch = grouped(faults);
  const branches = [...byBranch].filter(([branch]) => branch !== null);
  if (branches.length === 0) return faults;
  const meant = branches.filter(([, told]) => !told.some(isOtherKind)).flatMap(([, told]) => told);
  if (meant.length > 0) return meant;
  return faults.filter(({ keyword, instancePath }) => keyword === 'anyOf' && instancePath === '');
}

function isOtherKind({ keyword, instancePath }: SchemaFault): boolean {
  return keyword === 'const' && instancePath === '/kind';
}

function branchOf(schemaPath: string): string | null {
  return /^#\/anyOf\/\d+\//.exec(schemaPath)?.[0] ?? null;
}

function grouped<Fault extends SchemaFault>(
  faults: readonly Fault[],
): ReadonlyMap<string | null, readonly Fault[]> {
  const groups = new Map<string | null, Fault[]>();
  for (const fault of faults) {
    const branch = branchOf(fault.schemaPath);
    const known = groups.get(branch);
    if (known === undefined) groups.set(branch, [fault]);
    else known.push(fault);
  }
  return groups;
}
