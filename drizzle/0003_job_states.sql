-- The states of a repair job are the list of its machine, also for who writes past the application.
ALTER TABLE "repair_job" ADD CONSTRAINT "repair_job_state" CHECK ("repair_job"."state" in ('queued', 'diagnosing', 'bench', 'final-test', 'passed', 'closed',
        'uneconomic', 'cancelled'));