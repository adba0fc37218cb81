"""The isolation matrix: every route, every place where it takes an id, everybody whom it must not serve.

Rows come by themselves: `operations` reads the routes and OpenAPI of the live application, finds ids by the name of the
parameter (in the path, the query, the JSON body and forms), and makes up the rest of each request from its schema.

**What you do for a new route**: nothing, if its ids are called like those of other routes. Otherwise:

- a new kind of thing (``/api/things/{thing_id}``): one line in `worlds.MAKERS`, which makes one in a given team with
  the team's mark in every text of it, and returns its id;
- another name for a known kind (``source_thing_id``, ``ids``): one line in `tables.KINDS`;
- an id that belongs to no team: one line in `tables.NOT_OF_A_TEAM`, with the reason;
- a request whose schema does not say enough (fields that depend on each other): one line in `tables.EXAMPLES`;
- a route that even its rightful caller does not get past 4xx here: one line in `tables.OWN_ANSWERS`, with the reason;
- one that an outsider or a viewer may use: one line in `tables.MAY`, with the reason.

The test fails with a sentence that names the route and the table. A row counts only if the rightful caller of the same
request gets to the route's own code: whatever is 401, 403, 404, 405 or 422 for everybody shows nothing.
"""
