/** Words by which the rows and columns of a table say what they hold. */
export const roles = {
  /** The whole name: "Total disc replacement" is no total. */
  total: /^\W*(?:(?:grand|sub)[ _-]?)?(?:totals?|sum|overall|all)\W*$|^\W*(?:合计|总计|总数)\W*$/iu,
  test: /(?:^|[^a-z])(?:test|eval|bench)|测试/iu,
  multipleChoice: /choice|mcq|选择/iu,
  report: /report|报告/iu,
} as const;
