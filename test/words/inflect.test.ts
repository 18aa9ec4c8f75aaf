import { describe, expect, test } from "vitest";
import { isPluralOf, singular } from "../../src/words/inflect.ts";

describe("the singular", () => {
  test.each([
    ["PortRanges", "PortRange"],
    ["Policies", "Policy"],
    ["Addresses", "Address"],
    ["Switches", "Switch"],
    ["Sizes", "Size"],
    ["Ids", "Id"],
    ["Statuses", "Status"],
    ["Caches", "Cache"],
    ["DBInstanceCaches", "DBInstanceCache"],
    ["Aliases", "Alias"],
    ["Databases", "Database"],
    ["Licenses", "License"],
    ["Responses", "Response"],
    ["Leases", "Lease"],
    ["Services", "Service"],
    ["Prefixes", "Prefix"],
    ["Indices", "Index"],
    ["Axes", "Axis"],
    ["Analyses", "Analysis"],
    ["Children", "Child"],
    ["Cookies", "Cookie"],
    ["Series", "Series"],
    ["Shelves", "Shelf"],
    ["Slaves", "Slave"],
    ["Apis", "Api"],
    ["VCpus", "VCpu"],
    ["IDs", "ID"],
    ["vCPUs", "vCPU"],
    ["CNAMEs", "CNAME"],
    ["instance_ids", "instance_id"],
    ["words", "word"],
  ])("of %s is %s", (plural, expected) => {
    expect(singular(plural)).toBe(expected);
  });

  test.each([
    ...["Status", "Address", "Access", "Class", "Process", "Alias", "Virus", "Radius", "Previous"],
    ...[
      "Analysis",
      "Basis",
      "Axis",
      "Canvas",
      "Lens",
      "Series",
      "News",
      "Data",
      "Metadata",
      "Media",
    ],
    ...["DNS", "HTTPS", "Dns", "Https", "Kms", "Qps", "Redis", "Kubernetes"],
    ...["Cache", "Policy", "Name", "Quota", "Schema", "Ipv6", "Ports2", "端口", "Os", "s", ""],
  ])("of %j is itself", (name) => {
    expect(singular(name)).toBe(name);
  });
});

describe("the name of a list", () => {
  test.each([
    ["Books", "Book"],
    ["Boxes", "Box"],
    ["Libraries", "Library"],
    ["BookList", "Book"],
    ["BookSet", "Book"],
    ["BookSets", "Book"],
    ["books", "Book"],
    ["Statuses", "Status"],
    ["Statuss", "Status"],
    ["Caches", "Cache"],
    ["Indices", "Index"],
    ["Shelves", "Shelf"],
    ["DBInstanceIDs", "DBInstanceId"],
  ])("%s is that of a list of %s", (list, item) => {
    expect(isPluralOf(list, item)).toBe(true);
  });

  test.each([
    ["Book", "Book"],
    ["Book", "Books"],
    ["Books", "Shelf"],
    ["Bookshelves", "Book"],
    ["Days", "Da"],
    ["Librarys", "Librar"],
    ["As", "A"],
    ["Status", "Stat"],
    ["Data", "Data"],
    ["s", ""],
  ])("%s is not that of a list of %s", (list, item) => {
    expect(isPluralOf(list, item)).toBe(false);
  });
});
