import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { RouteName } from '#api/routes.ts';
import { type AnswerOf, callApi, type InputOf } from './call-api.ts';
import { refreshRoutes } from './refresh.ts';

export interface CallOutcome<Name extends RouteName> {
  /** Not where somebody has left meanwhile: it may lead to another page. */
  readonly onSuccess?: (answer: AnswerOf<Name>) => void;
  /** In any case: who has left would take for done what was not. */
  readonly onError?: (error: Error) => void;
}

/**
 * A change through one route; what it may have changed is read again at once, and only then the outcome is told. What is read
 * may take whoever asked off the page, such as the button of what is removed: the outcome is told all the same. The same again while
 * it is under way is a double click.
 */
export function useCall<Name extends RouteName>(name: Name) {
  const client = useQueryClient();
  const isHere = useRef(false);
  const wasHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const mutation = useMutation<AnswerOf<Name>, Error, InputOf<Name>>({
    mutationKey: [name],
    mutationFn: async (input) => {
      const answer = await callApi(name, input);
      wasHere.current = isHere.current;
      return answer;
    },
    onSettled: () => refreshRoutes(client, 'after-own-change'),
  });
  const { mutateAsync } = mutation;
  const underway = useRef(new Set<string>());
  const mutate = useCallback(
    (input: InputOf<Name>, { onSuccess, onError }: CallOutcome<Name> = {}) => {
      const key = JSON.stringify(input);
      if (underway.current.has(key)) return;
      underway.current.add(key);
      mutateAsync(input)
        .finally(() => underway.current.delete(key))
        .then(
          (answer) => {
            if (wasHere.current) onSuccess?.(answer);
          },
          (error) => onError?.(error),
        );
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}
