const { call } = require("./call-both-ways.cjs");

call(require("ga-20191120"));
