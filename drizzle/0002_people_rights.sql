-- What the application's role may do with people, and what ties a role to its site.

alter table person_role add constraint person_role_site foreign key (site_id) references site (id);
--> statement-breakpoint
grant select, insert on person, person_role, session, api_token, one_time_link, sign_in_throttle,
  worker_lease to benchstock_app;
--> statement-breakpoint
-- A person, a token and a used link stay, because the record names them.
grant update on person, person_role, session, api_token, one_time_link, sign_in_throttle, worker_lease
  to benchstock_app;
--> statement-breakpoint
grant delete on person_role, session, one_time_link, sign_in_throttle, worker_lease to benchstock_app;
