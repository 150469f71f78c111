import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Failure } from '../parts/failure.tsx';
import classes from './alone.module.css';

/** In place of a screen that could not be shown. */
export function FaultScreen({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className={classes.root}>
      <Failure
        error={error}
        onRetry={() => {
          reset();
          router.invalidate();
        }}
      />
    </div>
  );
}
