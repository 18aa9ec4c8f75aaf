import { expect, test } from "vitest";
import { readAction } from "../../../src/endpoint/resources/read-names.ts";
import { readIdName } from "../../../src/endpoint/resources/read-names.ts";
import { createThing } from "../create-thing.ts";

test.each([
  ["CreateShelf", "create", "shelf"],
  ["AllocateReadingRooms", "create", "reading room"],
  ["DescribeDBInstanceAttribute", "read", "db instance"],
  ["ListPolicies", "read", "policy"],
  ["GetBookList", "read", "book"],
  ["DescribeInstanceStatus", "read", "instance status"],
  ["ListBookInfos", "read", "book"],
  ["ModifyBoxes", "update", "box"],
  ["ReleaseAddresses", "delete", "address"],
  ["ListReadersForShelf", "other", "reader for shelf"],
  ["AddReaderToShelf", "other", "reader to shelf"],
  ["PaintShelf", "other", "shelf"],
  ["Create", "other", ""],
])("%s is to %s a %s", (action, kind, noun) => {
  const readOnly = /^(?:Describe|Get|List)/.test(action);

  expect(readAction({ ...createThing, action, readOnly })).toEqual({
    kind,
    noun: noun === "" ? [] : noun.split(" "),
  });
});

test.each([
  ["ShelfId", "ShelfId", "shelf"],
  ["ShelfIds", "ShelfId", "shelf"],
  ["InstanceIdSet", "InstanceId", "instance"],
  ["DBInstanceIdSets", "DBInstanceId", "db instance"],
  ["UserName", "UserName", "user"],
])("%s names by %s a %s", (member, name, of) => {
  expect(readIdName(member)).toEqual({ name, of: of.split(" ") });
});

test.each(["Id", "Name", "Shelf", "Paid"])("%s names nothing", (member) => {
  expect(readIdName(member)).toBeUndefined();
});
