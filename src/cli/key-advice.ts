// What is said about the key file wherever it is made, shown or changed: in plain words, before it can be lost.

export const copyAdvice =
  'Copy it now to two safe places, such as a USB stick and a sheet of paper in two locked safes, and never beside a backup of the data. If it is lost, everything private is lost for good.'

export const whatItIs = `
This file is the only key to everything private: names, dates of birth, telephone numbers, notes.
- If it is lost, nobody can ever read those fields again: not you, not the makers of Footbridge, not a court.
- Whoever has it together with the database can read everything.
- Keep two copies, in two places that do not burn down together: say, a USB stick in the safe of the center and a
  printed sheet in the safe of your lawyer or bank. Never beside a backup of the data, never in e-mail or a shared folder.
- Copy it again after each change of keys, and compare the fingerprints. An older copy does not have the newer keys.
- Do not throw older keys out of the file: backups of keys that are younger than 30 days may still need them.`
