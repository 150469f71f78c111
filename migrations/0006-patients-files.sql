-- Files of patients that nothing was made of: what is clinical once stays so, in whichever folder
-- it is found again. The place is a tag.
create table clinical_files (
  sha256 text primary key,
  step integer not null,
  place text
);
