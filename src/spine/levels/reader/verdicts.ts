/** Whether something written like a level is one. What excludes one may exclude the rest of its list. */
export const ACCEPTED = 0;
/** For its own sake only. */
export const ALONE = 1;
/** By what follows: "T1 and T2 images", "S1 and S2 heart sounds": the list before it goes as well. */
export const BY_NEXT = 2;
/** By what precedes: "Figures S1, S2", "sagittal T1 and T2": the list after it goes as well. */
export const BY_BEFORE = 3;
