// Generated from openapi.json by `npm run generate`. Never edited by hand.

export interface paths {
    "/api/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rows
         * @description List what was done, the newest first. Filters hold together; a page costs the same however long the log is.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The id of a thing: what was done to it and to what is in it. */
                    about?: string | null;
                    action?: string | null;
                    /** @description A user name, or the id of an account. */
                    actor?: string | null;
                    address?: string | null;
                    cursor?: string | null;
                    end?: string | null;
                    /** @description What was done in so many hours until now. */
                    last_hours?: number | null;
                    outcome?: components["schemas"]["Outcome"] | null;
                    page_size?: number;
                    resource_id?: string | null;
                    resource_type?: string | null;
                    /** @description Words, or beginnings of words. */
                    search?: string | null;
                    start?: string | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_cursor`: This cursor is none that the list gave; begin again without one.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/{audit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Row
         * @description Get one row with its place in the chain.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    audit_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditDetailResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `audit_row_not_found`: There is no such row in the audit log; old ones are kept for a while only.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Actions
         * @description List what can be filtered by.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ActionsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Activity
         * @description Count the rows of each of the last hours.
         */
        get: {
            parameters: {
                query?: {
                    hours?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ActivityResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Rows
         * @description Download the same rows that the list shows; as ``proof`` the whole log, names too, with what proves it.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The id of a thing: what was done to it and to what is in it. */
                    about?: string | null;
                    action?: string | null;
                    /** @description A user name, or the id of an account. */
                    actor?: string | null;
                    address?: string | null;
                    end?: string | null;
                    format?: "csv" | "jsonl" | "proof";
                    /** @description What was done in so many hours until now. */
                    last_hours?: number | null;
                    outcome?: components["schemas"]["Outcome"] | null;
                    resource_id?: string | null;
                    resource_type?: string | null;
                    /** @description Words, or beginnings of words. */
                    search?: string | null;
                    start?: string | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": string;
                        "text/csv; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Filters
         * @description List one's own saved filters by name.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FiltersResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Save Filter
         * @description Keep a search under a name.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FilterCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FilterResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `too_many_filters`: You have as many saved filters as one may have; delete one first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/filters/{filter_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Filter
         * @description Delete a saved filter.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    filter_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `audit_filter_not_found`: You have no such saved filter.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Retention
         * @description Say what removing everything older would remove.
         */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditRetentionResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Remove Old Rows
         * @description Remove everything older. That it was done stays in the log, and the rest can still be proved.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RetentionRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditRetentionResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `nothing_to_purge`: No sealed row of the audit log is as old as that.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Streams
         * @description Say how long rows are kept, and list the receivers of the settings with what each still has to be told.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StreamsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Verification
         * @description Say how the last check of this server went.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerifyResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Start Verification
         * @description Check the whole log. A long one takes a while: ask again until ``state`` is done.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VerifyResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Installation Health
         * @description Tell how every part of the installation is, since when, and what to do. What was looked at a few seconds ago is
         *     not looked at again.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealthReport"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List All Jobs
         * @description List jobs of all teams, the newest first. What they are about is for their teams only.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string | null;
                    host?: string | null;
                    job_type?: string | null;
                    limit?: number;
                    status?: components["schemas"]["JobStatus"] | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdminJobPage"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_cursor`: The cursor is none that this list has given; begin at the start.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Job Detail
         * @description Get one job with what happened to it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AdminJobDetail"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `job_not_found`: There is no such job.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Any Job
         * @description Stop a queued or running job.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `job_not_found`: There is no such job.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `job_ended`: This job has ended already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry Any Job
         * @description Try a job again that failed or was cancelled, from where it failed. Tells the id of the new job.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `job_not_found`: There is no such job.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `job_not_failed`: Only a job that failed or was cancelled can be tried again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/machines/{host}/drain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drain Machine
         * @description Let a machine finish what it runs and begin no further jobs.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    host: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `machine_not_found`: No machine of this name runs jobs here.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/machines/{host}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Machine
         * @description Let a machine begin jobs again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    host: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Jobs Report
         * @description Tell how many jobs of each type there are, and which machines run them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobsReport"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/types/{job_type}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Type
         * @description Begin no further jobs of a type, on any machine; those that run go on to their end.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `job_type_not_found`: There is no such type of jobs.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/types/{job_type}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Type
         * @description Begin jobs of a type again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_type: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Overview
         * @description Tell how the installation is used, how it keeps up, and what is wrong with it. Nothing is counted for it, and no
         *     part is looked at: findings are those of the last look.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description List every setting with where its value comes from. Secrets are not told, only whether they are set.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Settings
         * @description Set some settings and give others their defaults back: all of it or nothing. Every process follows within
         *     seconds.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SettingsUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/admin/settings/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Settings
         * @description Tell what administrators have set here, to set the same elsewhere. Secrets are named and not told.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsExport"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Settings
         * @description Set what was exported elsewhere, or with ``apply`` false only tell what that would change. What cannot be set
         *     here is named and left out.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SettingsImport"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/settings/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Settings
         * @description Take the last change back, as a change of its own: doing so twice makes it anew.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["verbatim_enterprise__admin_settings__schemas__UndoRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `nothing_to_undo`: There is no last change that could be taken back: another one was made since, or nobody knows what was before.
                 *     - `secrets_not_kept`: The last change set a secret, and nothing keeps what that was before; set it anew.
                 *     - `setting_locked`: The environment sets this; only whoever runs the server can change it.
                 *     - `settings_changed`: Somebody else changed settings meanwhile; load them again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_settings`: Some settings cannot be used; nothing was changed.
                 *     - `unknown_setting`: There is no such setting; nothing was changed.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Models
         * @description List the models that you may use; the first answers when none is named.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/results/{ai_result_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Result
         * @description Delete a version of a summary, or an answer.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ai_result_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `ai_result_not_found`: There is no such summary or answer.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/results/{ai_result_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Result
         * @description Save a summary or an answer as a file, with the times of what it rests on.
         */
        get: {
            parameters: {
                query?: {
                    format?: components["schemas"]["ResultFormat"];
                };
                header?: never;
                path: {
                    ai_result_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "text/markdown": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `ai_result_not_found`: There is no such summary or answer.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status
         * @description Say whether a language model can be asked.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatusResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/transcripts/{transcript_id}/analyze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyze
         * @description Find some of what a transcript says: its topics, action items, decisions, key points or names.
         */
        post: {
            parameters: {
                query?: {
                    analysis_type?: components["schemas"]["Section"];
                    stream?: boolean;
                    temperature?: number | null;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["GenerateRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisResponse"];
                        "text/event-stream": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `rights_lost`: You lost the right to do this while it was going on; nothing was saved.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `llm_model_unknown`: There is no such language model, or you may not use it.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `nothing_said`: There is no text in this transcript that could be summarised.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/transcripts/{transcript_id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Answers
         * @description List the questions that were asked of a transcript with their answers, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    skip?: number;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnswerListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/transcripts/{transcript_id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description Ask a question about a transcript. Each sentence of the answer names the segments that it rests on.
         */
        post: {
            parameters: {
                query?: {
                    question?: string | null;
                    stream?: boolean;
                    temperature?: number | null;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AskRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskResponse"];
                        "text/event-stream": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `rights_lost`: You lost the right to do this while it was going on; nothing was saved.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `llm_model_unknown`: There is no such language model, or you may not use it.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `nothing_said`: There is no text in this transcript that could be summarised.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `no_question`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/transcripts/{transcript_id}/summaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Summaries
         * @description List the versions of a transcript's summary, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    skip?: number;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SummaryListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai/transcripts/{transcript_id}/summarize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Summarize
         * @description Summarise a transcript. Each sentence names the segments that it rests on, and quotes are compared with them.
         */
        post: {
            parameters: {
                query?: {
                    model?: string | null;
                    stream?: boolean;
                    temperature?: number | null;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["GenerateRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SummarizationResponse"];
                        "text/event-stream": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `rights_lost`: You lost the right to do this while it was going on; nothing was saved.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `llm_model_unknown`: There is no such language model, or you may not use it.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `nothing_said`: There is no text in this transcript that could be summarised.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Sign in with user name or e-mail address and password.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenResponse"] | components["schemas"]["MfaNeeded"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_credentials`: The name or the password is wrong.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `account_deactivated`: This account is deactivated; ask an administrator.
                 *     - `account_pending`: An administrator has yet to approve this account.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logout
         * @description End this session, everywhere at once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Tell who is signed in, to which teams they belong, and what this request may do.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Me
         * @description Change one's display name.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `email_taken`: There is an account with this e-mail address already.
                 *     - `username_taken`: This user name is taken; choose another.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/auth/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mfa State
         * @description Tell how the caller's second factor stands.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MfaState"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Second Step
         * @description Finish signing in with a code. After ``/setup`` the code also switches the second factor on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaLogin"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_code`: The code is wrong, has expired or was used already.
                 *     - `invalid_credentials`: The name or the password is wrong.
                 *     - `invalid_mfa_token`: The sign-in took too long or the account has changed; begin again with the password.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `account_deactivated`: This account is deactivated; ask an administrator.
                 *     - `account_pending`: An administrator has yet to approve this account.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `mfa_state`: The second factor is not in the state that this needs.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable
         * @description Switch the second factor off, with one's password and a code.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaChange"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_code`: The code is wrong, has expired or was used already.
                 *     - `invalid_credentials`: The name or the password is wrong.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `account_deactivated`: This account is deactivated; ask an administrator.
                 *     - `account_pending`: An administrator has yet to approve this account.
                 *     - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 *     - `wrong_password`: The current password is wrong.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `mfa_state`: The second factor is not in the state that this needs.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable
         * @description Switch the second factor on with a first code. The recovery codes are shown this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaCode"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_code`: The code is wrong, has expired or was used already.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `mfa_state`: The second factor is not in the state that this needs.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * New Recovery Codes
         * @description Replace all recovery codes, with one's password and a code.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaChange"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodes"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_code`: The code is wrong, has expired or was used already.
                 *     - `invalid_credentials`: The name or the password is wrong.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `account_deactivated`: This account is deactivated; ask an administrator.
                 *     - `account_pending`: An administrator has yet to approve this account.
                 *     - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 *     - `wrong_password`: The current password is wrong.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Setup
         * @description Get a secret for an authenticator app: signed in with one's password, or in the middle of signing in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaSetupRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MfaSetupResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_credentials`: The name or the password is wrong.
                 *     - `invalid_mfa_token`: The sign-in took too long or the account has changed; begin again with the password.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `account_deactivated`: This account is deactivated; ask an administrator.
                 *     - `account_pending`: An administrator has yet to approve this account.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 *     - `wrong_password`: The current password is wrong.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `mfa_state`: The second factor is not in the state that this needs.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/{provider_id}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * From Provider
         * @description Take the browser back and sign it in.
         */
        get: {
            parameters: {
                query?: {
                    code?: string | null;
                    error?: string | null;
                    iss?: string | null;
                    state?: string | null;
                };
                header?: never;
                path: {
                    provider_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `provider_not_found`: There is no such sign-in provider.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/{provider_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link
         * @description Begin to link the caller's account to a provider's; the browser goes to the address in the answer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OidcLink"];
                    };
                };
                /**
                 * @description - `bad_request`: This is not a request that HTTP allows.
                 *     - `oidc_failed`: The sign-in with the provider did not work; begin again.
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `provider_not_found`: There is no such sign-in provider.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /** @description - `oidc_unavailable`: The provider cannot be reached; try again in a moment. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Unlink
         * @description Take the links to a provider away, unless there is no other way to sign in.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_sign_in_method`: The second factor is not in the state that this needs.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/{provider_id}/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * To Provider
         * @description Send the browser to a provider to sign in.
         */
        get: {
            parameters: {
                query?: {
                    return_to?: string | null;
                };
                header?: never;
                path: {
                    provider_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                303: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `provider_not_found`: There is no such sign-in provider.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/{provider_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin Test
         * @description Begin to try a provider out; the browser goes to the address in the answer, and comes back to the page.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OidcTestBegun"];
                    };
                };
                /**
                 * @description - `bad_request`: This is not a request that HTTP allows.
                 *     - `oidc_failed`: The sign-in with the provider did not work; begin again.
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `provider_not_found`: There is no such sign-in provider.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /** @description - `oidc_unavailable`: The provider cannot be reached; try again in a moment. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/{provider_id}/test/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish Test
         * @description Show what the provider tells and what a sign-in would do. Nobody is signed in, and nothing is changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OidcTestResult"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OidcTestResponse"];
                    };
                };
                /**
                 * @description - `bad_request`: This is not a request that HTTP allows.
                 *     - `oidc_failed`: The sign-in with the provider did not work; begin again.
                 *     - `oidc_state`: The sign-in with the provider did not work; begin again.
                 */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `provider_not_found`: There is no such sign-in provider.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /** @description - `oidc_unavailable`: The provider cannot be reached; try again in a moment. */
                502: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/oidc/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Providers
         * @description List the sign-in providers of the settings, with the address that each has to allow.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProviderListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change Password
         * @description Change one's own password. Every other session of the account ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_credentials`: The name or the password is wrong.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /**
                 * @description - `account_deactivated`: This account is deactivated; ask an administrator.
                 *     - `account_pending`: An administrator has yet to approve this account.
                 *     - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 *     - `wrong_password`: The current password is wrong.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `password_length`: A password has 8 to 128 characters.
                 *     - `password_too_common`: This password is among the first that an attacker tries; choose another.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description Exchange a refresh token for new tokens. A browser's cookie counts only on a request of this site's own pages.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RefreshRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `invalid_refresh_token`: This session has ended; sign in again.
                 *     - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register Account
         * @description Make the first account, which administers the server, or ask for one (202): it waits for approval, or for its
         *     owner to open the link in a mail, as it is set. What is answered then is the same whoever has the name or address.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegisterRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountResponse"] | components["schemas"]["MessageResponse"];
                    };
                };
                /** @description Noted; the same for every name and address. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `foreign_origin`: This request came from another web site and was refused.
                 *     - `registration_closed`: This server takes no registrations; ask an administrator for an invitation.
                 *     - `setup_required`: This server has no administrator yet: register with the set-up token that it printed when it started.
                 *     - `setup_required`: This set-up token is wrong; "verbatim users setup-token" on the server shows the right one.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `email_taken`: There is an account with this e-mail address already.
                 *     - `username_taken`: This user name is taken; choose another.
                 *     - `workspace_exists`: The team has a workspace of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `password_length`: A password has 8 to 128 characters.
                 *     - `password_too_common`: This password is among the first that an attacker tries; choose another.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Reset
         * @description Ask for a link by mail. The answer and its time are the same whether there is such an account or not.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm Reset
         * @description Set a new password by the link's token, once. Every session of the account ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetConfirm"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 *     - `seats_exceeded`: This server has no seat left; ask its administrator.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `invalid_reset_token`: This link has expired or was used already; ask for a new one.
                 *     - `password_length`: A password has 8 to 128 characters.
                 *     - `password_too_common`: This password is among the first that an attacker tries; choose another.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My Sessions
         * @description List where the caller is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionList"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * End My Other Sessions
         * @description Sign the caller out everywhere else.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End My Session
         * @description End one of the caller's sessions.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `session_not_found`: There is no such session.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Setup State
         * @description Tell whether this server still needs its first administrator, and how people get accounts.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupState"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Set Up
         * @description Make the first administrator, who starts with a first team.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegisterRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `foreign_origin`: This request came from another web site and was refused.
                 *     - `setup_required`: This server has no administrator yet: register with the set-up token that it printed when it started.
                 *     - `setup_required`: This set-up token is wrong; "verbatim users setup-token" on the server shows the right one.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `email_taken`: There is an account with this e-mail address already.
                 *     - `setup_done`: This server has an administrator already.
                 *     - `username_taken`: This user name is taken; choose another.
                 *     - `workspace_exists`: The team has a workspace of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `password_length`: A password has 8 to 128 characters.
                 *     - `password_too_common`: This password is among the first that an attacker tries; choose another.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_attempts`: Too many attempts; wait a moment before the next.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose Team
         * @description Work in another of one's teams from now on, in every tab of this browser; it is also the default next time.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamChoice"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccessResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose Workspace
         * @description Work in one workspace of the active team from now on, in every tab of this browser; null: in the whole team.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkspaceChoice"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config/transcription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transcription Config
         * @description Tell which engines there are, which one is used, and why.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptionConfigResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config/transcription/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Models
         * @description List the Whisper models on this server, with what they know and how fast they were here.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeechModelListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Bring Model
         * @description Fetch a model from the hub by its name, or with ``folder`` copy it from a folder of the server, as a job.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ModelBringRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscribeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Remove
         * @description Remove a model that was fetched or imported.
         */
        delete: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `model_not_found`: There is no such model on the server.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/config/transcription/models/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify
         * @description Compare a model's files with what they were when it came to this server.
         */
        post: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ModelVerifyResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `model_not_found`: There is no such model on the server.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description Follow what changes. Each ``change`` has a ``type`` and ids; after a break, load again what is shown.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                /**
                 * @description - `rate_limited`: Too many requests; wait a moment before the next.
                 *     - `too_many_streams`: You have too many pages open that follow what changes; close some.
                 */
                429: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description Tell that the process is alive.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Holds
         * @description List the active team's legal holds, the newest first; who does not run the team sees those on what they see.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only holds that stand, or only lifted ones. */
                    active?: boolean | null;
                    page?: number;
                    page_size?: number;
                    /** @description Only holds that stand on this recording. */
                    recording_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_HoldResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `target_not_found`: There is no such recording or project.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Place Hold
         * @description Put a recording, or a project with all that is in it, under legal hold: nothing of it can be deleted or changed
         *     until the hold is lifted.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HoldCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoldResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `target_not_found`: There is no such recording or project.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `one_target`: A hold is on one thing: name a recording_id or a project_id.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Hold
         * @description Get one hold.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoldResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `hold_not_found`: There is no such hold.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Hold
         * @description Lift a hold, and say why. What no other hold is on may be changed and deleted again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    hold_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["HoldLift"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HoldResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `hold_not_found`: There is no such hold.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `hold_lifted`: This hold was lifted before.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Info
         * @description Tell what this server is, and what the caller may do.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Info"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look Up Invite
         * @description Show what an invitation is for, and what accepting it takes.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InviteLookup"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `invite_not_found`: There is no such invitation.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                410: components["responses"]["Error410"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invites/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept Invite
         * @description Accept an invitation: as the account signed in, else as somebody new with a user name and a password.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteAccept"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InviteAccepted"];
                    };
                };
                400: components["responses"]["Error400"];
                /**
                 * @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
                 *     - `not_signed_in`: Sign in to continue.
                 *     - `sign_in_first`: There is an account with this address; sign in with it, then accept the invitation.
                 */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 *     - `seats_exceeded`: This server has no seat left; ask its administrator.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `account_deactivated`: The account with this address is deactivated; ask an administrator.
                 *     - `address_not_proved`: Nobody has checked that the address is yours; ask an administrator to set it, or the team for an open link.
                 *     - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `no_new_accounts`: On this server an invitation makes no account; ask an administrator for one.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `invite_not_found`: There is no such invitation.
                 *     - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `email_taken`: There is an account with this e-mail address already.
                 *     - `last_owner`: A team needs at least one owner; make somebody else an owner first.
                 *     - `other_account`: This invitation is for another address only; sign in with that one, or ask the team for one that is yours.
                 *     - `other_account`: This invitation was sent to another address; sign in with that one, or say that you accept it as you are.
                 *     - `owns_teams`: Some teams would be left without an owner; say who takes over.
                 *     - `username_taken`: This user name is taken; choose another.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                410: components["responses"]["Error410"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `account_data_missing`: To join as somebody new, choose a user name, an e-mail address and a password.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `password_length`: A password has 8 to 128 characters.
                 *     - `password_too_common`: This password is among the first that an attacker tries; choose another.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description List jobs, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    status?: components["schemas"]["JobStatus"] | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Job
         * @description Get one job.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `job_not_found`: There is no such job.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Job
         * @description Stop a queued or running job.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `job_not_found`: There is no such job.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `job_ended`: This job has ended already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/clear-completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clear Completed
         * @description Remove jobs that have ended and that no recording shows any more.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Keys
         * @description List your keys, the newest first; with ``team_id`` those limited to a team you look after, with ``all`` those of
         *     everybody, for administrators.
         */
        get: {
            parameters: {
                query?: {
                    all?: boolean;
                    page?: number;
                    page_size?: number;
                    search?: string | null;
                    status?: components["schemas"]["KeyStatus"] | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_KeyResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Key
         * @description Make a key. Its secret is shown in this answer and never again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KeyCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyWithSecret"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `key_exceeds_its_maker`: A key cannot make, change or renew one that may do more than itself, more often, longer or from elsewhere.
                 *     - `rate_not_allowed`: Only an administrator can give a key a higher rate than the server's default.
                 *     - `scopes_exceeded`: A key cannot be given more than its maker may do.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `user_not_found`: There is no such account.
                 *     - `workspace_not_found`: There is no such workspace in this team.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `too_many_api_keys`: You have as many API keys as this server allows; revoke one that is not used any more.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `expiry_not_allowed`: The key's end must lie in the future and within what this server allows.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `scopes_not_for_teams`: A key that is limited to a team can only be given permissions for what belongs to teams.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Key
         * @description Get one key, without its secret.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `api_key_not_found`: There is no such API key.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Revoke Key
         * @description End a key for good, everywhere within seconds.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `api_key_not_found`: There is no such API key.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Key
         * @description Give a key another name, rate or end, or other addresses or scopes. Whoever is not its owner, and programs, can
         *     only take away.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KeyUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `key_exceeds_its_maker`: A key cannot make, change or renew one that may do more than itself, more often, longer or from elsewhere.
                 *     - `only_tighter`: Only its owner can give a key more scopes, more addresses or a longer life; you can take some away.
                 *     - `rate_not_allowed`: Only an administrator can give a key a higher rate than the server's default.
                 *     - `scopes_exceeded`: A key cannot be given more than its maker may do.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `api_key_not_found`: There is no such API key.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `api_key_ended`: This API key was revoked and stays so; make a new one.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `expiry_not_allowed`: The key's end must lie in the future and within what this server allows.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `scopes_not_for_teams`: A key that is limited to a team can only be given permissions for what belongs to teams.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/keys/{key_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Key
         * @description Give your key a new secret, shown in this answer and never again; the old one works for a while longer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["KeyRotate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyWithSecret"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `key_exceeds_its_maker`: A key cannot make, change or renew one that may do more than itself, more often, longer or from elsewhere.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `api_key_not_found`: There is no such API key.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `api_key_ended`: This API key was revoked and stays so; make a new one.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `expiry_not_allowed`: The key's end must lie in the future and within what this server allows.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key_id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Key Usage
         * @description Show how much a key was used.
         */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path: {
                    key_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyUsage"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `api_key_not_found`: There is no such API key.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/grantable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What Can Be Granted
         * @description Tell which permissions you can give a key, and what this server asks of keys.
         */
        get: {
            parameters: {
                query?: {
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GrantableResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/license": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload License
         * @description Let a licence count from now on, on every server within seconds. Of the one before, an encrypted copy is kept.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LicenseUpload"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LicenseStatus"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `license_replaced`: This licence was replaced by another one and cannot be used again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `license_algorithm`: This licence is not signed in the one way that is accepted (Ed25519).
                 *     - `license_forged`: The signature does not match: this licence was changed or cut after it was issued.
                 *     - `license_in_future`: This licence is issued for a day that has not come; check the date of the server.
                 *     - `license_is_test`: This is a test licence; it works only on servers that were started with VERBATIM_LICENSE_MODE=test.
                 *     - `license_malformed`: This is not a whole licence; copy all of it, from the first letter to the last.
                 *     - `license_unknown_key`: This licence was signed with a key that this server does not know; it may be for another version.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/license/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * License Notices
         * @description Tell what every page says to the caller about the licence; mostly nothing.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LicenseNotices"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/license/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * License Status
         * @description Tell where this installation stands with its licence.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LicenseStatus"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/license/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Validate License
         * @description Tell what would change with a licence, without changing anything. One that could not be used is refused with
         *     the reason.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LicenseUpload"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LicensePreview"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `license_replaced`: This licence was replaced by another one and cannot be used again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `license_algorithm`: This licence is not signed in the one way that is accepted (Ed25519).
                 *     - `license_forged`: The signature does not match: this licence was changed or cut after it was issued.
                 *     - `license_in_future`: This licence is issued for a day that has not come; check the date of the server.
                 *     - `license_is_test`: This is a test licence; it works only on servers that were started with VERBATIM_LICENSE_MODE=test.
                 *     - `license_malformed`: This is not a whole licence; copy all of it, from the first letter to the last.
                 *     - `license_unknown_key`: This licence was signed with a key that this server does not know; it may be for another version.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Plugin Manifest
         * @description Pages, navigation, settings tabs and slots of the installed plugins.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Manifest"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/verbatim-enterprise/{file_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frontend Entry
         * @description Send the module that pages and slots begin with; browsers ask each time whether it is still the same.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file_name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                        "image/svg+xml": string;
                        "text/css; charset=utf-8": string;
                        "text/javascript; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `file_not_found`: There is no such file.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `pages_not_built`: The pages of this server are not built: install the package anew, or run `make web` in a checkout.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plugins/verbatim-enterprise/assets/{file_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Frontend Asset
         * @description Send what the module needs. The names change with the content, so browsers keep it for ever.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file_name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                        "image/svg+xml": string;
                        "text/css; charset=utf-8": string;
                        "text/javascript; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `file_not_found`: There is no such file.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `pages_not_built`: The pages of this server are not built: install the package anew, or run `make web` in a checkout.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Projects
         * @description List projects, the last changed first.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                    search?: string | null;
                    workspace_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_ProjectResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Project
         * @description Make a project.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_metadata`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Project
         * @description Get one project.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Project
         * @description Delete a project. Its recordings stay unless ``delete_files`` is true.
         */
        delete: {
            parameters: {
                query?: {
                    delete_files?: boolean;
                };
                header?: never;
                path: {
                    project_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Project
         * @description Change a project's name, description or metadata.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_metadata`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/projects/{project_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move Project
         * @description Move a project with its recordings to another workspace; the recordings leave their other projects.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectMove"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `busy`: Something of this is being worked on; wait until that has ended, or cancel it.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Project Recordings
         * @description List a project's newest recordings.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProjectRecordingsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Recording
         * @description Put a recording into a project.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project_id: string;
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `other_workspace`: The recording and the project lie in different workspaces; move one of them first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Remove Recording
         * @description Take a recording out of a project; the recording itself stays.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    project_id: string;
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description List recordings, newest first unless asked otherwise.
         */
        get: {
            parameters: {
                query?: {
                    date_from?: string | null;
                    date_to?: string | null;
                    page?: number;
                    page_size?: number;
                    project_id?: string | null;
                    search?: string | null;
                    sort_by?: "created_at" | "title" | "duration_seconds" | "file_size";
                    sort_order?: "asc" | "desc";
                    speaker?: string | null;
                    status?: components["schemas"]["RecordingStatus"] | null;
                    /** @description Comma-separated; all must be present. */
                    tag_ids?: string | null;
                    workspace_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_RecordingResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description Get one recording.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete
         * @description Delete a recording with its file and transcripts.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update
         * @description Change a recording's title or metadata.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordingUpdateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_metadata`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/recordings/{recording_id}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Attempts
         * @description List the attempts to transcribe a recording, the newest first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptionAttemptListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/attempts/{job_id}/output": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attempt Output
         * @description Save what the engine itself said in a job, as it came, before anything was made of it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    job_id: string;
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `attempt_not_found`: There is no such attempt of this recording, or nothing was heard in it.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audio
         * @description Play or download a recording; byte ranges are supported.
         *
         *     A kind that not every browser plays, or that holds several tracks, is played from a copy of its sound as soon as
         *     there is one. ``original`` plays the file as it was uploaded, with its picture if it has one; ``download`` saves it.
         */
        get: {
            parameters: {
                query?: {
                    download?: boolean;
                    original?: boolean;
                };
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                        "audio/*": string;
                        "video/*": string;
                    };
                };
                /** @description The part of the file that `Range` asks for. */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                        "audio/*": string;
                        "video/*": string;
                    };
                };
                /** @description What the caller holds (`If-None-Match`) is still so. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `file_missing`: The file of this recording is missing from the storage.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                /** @description - `range_not_satisfiable`: The part of the file that was asked for lies beyond its end. */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Stop a queued or running transcription.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `wrong_state`: This recording is not in a state in which that can be done.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Properties
         * @description Get what is known about a recording's file.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingPropertiesResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `file_missing`: The file of this recording is missing from the storage.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry
         * @description Try a failed or cancelled transcription again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscribeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `wrong_state`: This recording is not in a state in which that can be done.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `language_not_supported`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `no_audio_track`: The request cannot be understood.
                 *     - `no_such_track`: The request cannot be understood.
                 *     - `too_complex`: The request cannot be understood.
                 *     - `too_long_for_its_size`: The request cannot be understood.
                 *     - `too_many_languages`: The request cannot be understood.
                 *     - `transcription_failed`: The request cannot be understood.
                 *     - `unknown_language`: The request cannot be understood.
                 *     - `unknown_sound`: The request cannot be understood.
                 *     - `unsupported_media`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/transcribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transcribe
         * @description Transcribe a recording, again if need be, with other choices; earlier transcripts are kept.
         */
        post: {
            parameters: {
                query?: {
                    language?: string | null;
                    /** @description Tracks and channels: mix, track:2, channel:1, tracks, channels. */
                    sound?: string | null;
                };
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TranscriptionOptions"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscribeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `language_not_supported`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `no_audio_track`: The request cannot be understood.
                 *     - `no_such_track`: The request cannot be understood.
                 *     - `too_complex`: The request cannot be understood.
                 *     - `too_long_for_its_size`: The request cannot be understood.
                 *     - `too_many_languages`: The request cannot be understood.
                 *     - `transcription_failed`: The request cannot be understood.
                 *     - `unknown_language`: The request cannot be understood.
                 *     - `unknown_model`: The request cannot be understood.
                 *     - `unknown_sound`: The request cannot be understood.
                 *     - `unsupported_media`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Transcripts
         * @description List a recording's transcripts, the newest first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/transcripts/{transcript_id}/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make Current
         * @description Make one of a recording's transcripts the one that people read; the others are kept.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{recording_id}/waveform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Waveform
         * @description Get the loudness of a recording over time.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaveformResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 *     - `waveform_not_ready`: The waveform has not been drawn yet.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/bulk-assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bulk Assign
         * @description Put several recordings into a project, or take them out of every project.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkAssignRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `other_workspace`: The recording and the project lie in different workspaces; move one of them first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/bulk-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bulk Delete
         * @description Delete several recordings with their files and transcripts.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkIdsRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move
         * @description Move recordings to another workspace; they leave their projects, which stay behind.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MoveRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `busy`: Something of this is being worked on; wait until that has ended, or cancel it.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload Recording
         * @description Upload an audio or video file. It is transcribed unless ``transcribe`` is false.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        description?: string;
                        /** @description A JSON object. */
                        extra_metadata?: string;
                        /** Format: binary */
                        file: string;
                        /** @description ISO 639-1 code; left out: found by the engine. */
                        language?: string;
                        location?: string;
                        /** @description TranscriptionOptions as JSON: further choices for the transcription. */
                        options?: string;
                        participants?: string;
                        project_id?: string;
                        quality?: string;
                        recorded_date?: string;
                        /**
                         * @description What is listened to: mix (all tracks and channels), track:2, channel:3, track:2,channel:1, or tracks or channels (a speaker each).
                         * @default mix
                         */
                        sound?: string;
                        /** @description Names, comma-separated; new ones are made. */
                        tags?: string;
                        template_id?: string;
                        title?: string;
                        /**
                         * @default true
                         * @enum {string}
                         */
                        transcribe?: "true" | "false";
                    };
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingCreateResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `rights_lost`: You lost the right to do this while it was going on; nothing was saved.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `other_workspace`: The recording and the project lie in different workspaces; move one of them first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `too_large`: The request is larger than this server accepts.
                 *     - `upload_too_large`: The file is larger than this server accepts.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `bad_metadata`: The request cannot be understood.
                 *     - `bad_options`: The request cannot be understood.
                 *     - `bad_tag`: The request cannot be understood.
                 *     - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `language_not_supported`: The request cannot be understood.
                 *     - `malformed_form`: The upload is not a well-formed form; send it as multipart/form-data.
                 *     - `missing_file`: The form has no file in it; send one as the field "file".
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `no_audio_track`: The request cannot be understood.
                 *     - `no_such_track`: The request cannot be understood.
                 *     - `too_complex`: The request cannot be understood.
                 *     - `too_long_for_its_size`: The request cannot be understood.
                 *     - `too_many_languages`: The request cannot be understood.
                 *     - `transcription_failed`: The request cannot be understood.
                 *     - `unknown_language`: The request cannot be understood.
                 *     - `unknown_model`: The request cannot be understood.
                 *     - `unknown_sound`: The request cannot be understood.
                 *     - `unsupported_media`: The request cannot be understood.
                 *     - `upload_cut_off`: The upload ended in the middle; nothing was kept. Send it again.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/upload/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Upload Kinds
         * @description Tell which kinds of file can be uploaded, for the dialog in which people choose them.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadKindsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/global": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything
         * @description Find recordings by title and segments by text: titles first, then text, best first.
         */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    page?: number;
                    /** @description Words to find; all must occur. "Quoted words" must follow each other. */
                    q: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GlobalSearchResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Segments
         * @description Find segments by their text, best first.
         */
        get: {
            parameters: {
                query: {
                    page?: number;
                    page_size?: number;
                    /** @description Words to find; all must occur. "Quoted words" must follow each other. */
                    q: string;
                    recording_id?: string | null;
                    transcript_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SegmentSearchResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/{speaker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update Speaker
         * @description Rename or recolour a speaker, everywhere in the transcript.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    speaker_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SpeakerUpdateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakerResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `speaker_not_found`: There is no such speaker.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/speakers/{speaker_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge Speakers
         * @description Give all of a speaker's segments to another speaker of the transcript.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    speaker_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SpeakerMergeRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakerMergeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `speaker_not_found`: There is no such speaker.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_merge`: Two speakers of one transcript can be merged, and a speaker cannot be merged with itself.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/by-transcript/{transcript_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Speakers
         * @description List a transcript's speakers.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakerListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/reassign-segment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reassign Segment
         * @description Give one segment to another speaker; the speaker is made if the transcript has none of that name.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReassignSegmentRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReassignSegmentResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/unique": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Unique Speakers
         * @description List the names that people gave to speakers, the most frequent first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UniqueSpeakerListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stats
         * @description Get the figures of the dashboard.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DashboardStats"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Locations
         * @description List the places where files lie, those of the server's environment first.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_LocationResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Location
         * @description Add a place. Its credentials are kept sealed and never shown.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LocationCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LocationResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `storage_default_fixed`: VERBATIM_STORAGE in the server's environment says which location takes new files; leave it out to choose here.
                 *     - `storage_location_name_taken`: Another location has this name; choose a different one.
                 *     - `too_many_storage_locations`: This server has as many storage locations as it may have; delete one first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `storage_endpoint_refused`: This address lies in a private network; an administrator can allow it with the setting storage_allow_private.
                 *     - `storage_location_invalid`: This location cannot be set up like that.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations/{location_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Location
         * @description Get one place.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    location_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LocationResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `storage_location_not_found`: There is no such storage location.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Location
         * @description Give up a place that holds nothing.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    location_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `storage_location_not_found`: There is no such storage location.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `storage_location_in_use`: This location holds files; move them to another one first.
                 *     - `storage_location_is_default`: This location takes new files; let another one take them first.
                 *     - `storage_location_locked`: This location comes from the server's environment; change the variables VERBATIM_STORAGE_* there.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Location
         * @description Change a place, whose new files it takes, or let it take all that belong nowhere else.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    location_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LocationUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LocationResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `storage_location_not_found`: There is no such storage location.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `storage_default_fixed`: VERBATIM_STORAGE in the server's environment says which location takes new files; leave it out to choose here.
                 *     - `storage_location_in_use`: This location holds files; move them to another one first.
                 *     - `storage_location_locked`: This location comes from the server's environment; change the variables VERBATIM_STORAGE_* there.
                 *     - `storage_location_name_taken`: Another location has this name; choose a different one.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `storage_endpoint_refused`: This address lies in a private network; an administrator can allow it with the setting storage_allow_private.
                 *     - `storage_location_invalid`: This location cannot be set up like that.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/storage-locations/{location_id}/file-count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File Count
         * @description Tell how many files lie in a place.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    location_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileCountResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `storage_location_not_found`: There is no such storage location.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations/{location_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Location
         * @description Try out a place: a small object is written, read and deleted there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    location_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LocationTestResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `storage_location_not_found`: There is no such storage location.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test Description
         * @description Try out a place before it is added: a small object is written, read and deleted there.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LocationTest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LocationTestResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `storage_endpoint_refused`: This address lies in a private network; an administrator can allow it with the setting storage_allow_private.
                 *     - `storage_location_invalid`: This location cannot be set up like that.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description Move files while people work. Each is compared by its SHA-256 before it counts as moved.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StorageTransferRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StorageTransferStatus"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `storage_location_not_found`: There is no such storage location.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `storage_location_unusable`: This location cannot be used on this server now; try it out to see why.
                 *     - `storage_transfer_running`: Files are being moved; wait until that is done, or stop it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `storage_same_location`: The files lie there already; name two different locations.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations/transfer/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Stop moving. What was moved stays where it is now.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StorageTransferStatus"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage-locations/transfer/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status
         * @description Tell how the move that is going on, or was the last, stands.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StorageTransferStatus"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tags
         * @description List all tags by name.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TagListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Tag
         * @description Make a tag.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TagCreateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TagResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `tag_exists`: There is a tag of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Tag
         * @description Delete a tag and take it off every recording.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    tag_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `tag_not_found`: There is no such tag.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Tag
         * @description Rename or recolour a tag.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    tag_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TagUpdateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TagResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `tag_not_found`: There is no such tag.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `tag_exists`: There is a tag of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/tags/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recording Tags
         * @description List the tags on a recording.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TagListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Put Tag
         * @description Put a tag on a recording.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TagAssignRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 *     - `tag_not_found`: There is no such tag.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/recordings/{recording_id}/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take Tag Off
         * @description Take a tag off a recording.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recording_id: string;
                    tag_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 *     - `tag_not_found`: There is no such tag.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: Somebody else was at this recording at the same moment; try again.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Teams
         * @description List your teams by name; with ``all`` those of everybody, for administrators.
         */
        get: {
            parameters: {
                query?: {
                    all?: boolean;
                    page?: number;
                    page_size?: number;
                    search?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_TeamResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Team
         * @description Make a team and own it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `team_creation_restricted`: On this server administrators make the teams; ask one of them.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `workspace_exists`: The team has a workspace of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Team
         * @description Get one team.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Team
         * @description Delete a team; ``confirm`` repeats its name. Only with ``delete_content`` does its content go too, for good.
         */
        delete: {
            parameters: {
                query?: {
                    confirm?: string;
                    delete_content?: boolean;
                };
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `team_not_empty`: This team has recordings or other content. Delete the team together with its content, or keep it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `confirmation_mismatch`: To delete a team, repeat its name exactly as it is written.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Team
         * @description Rename a team.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/teams/{team_id}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invites
         * @description List a team's invitations, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                    state?: components["schemas"]["InviteState"] | null;
                };
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_InviteResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Invite
         * @description Invite somebody by mail or with a link to pass on. The link is shown now and never again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InviteWithLink"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_invited`: This address has been invited already; send that invitation again, or revoke it first.
                 *     - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/invites/{invite_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Invite
         * @description Withdraw an invitation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invite_id: string;
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `invite_not_found`: There is no such invitation.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                /** @description - `invite_used`: This invitation has been accepted already. If that was you, sign in. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/invites/{invite_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend Invite
         * @description Renew an invitation: a new link, a new term, and a new mail if it has an address. The old link ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invite_id: string;
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InviteWithLink"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `invite_not_found`: There is no such invitation.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                410: components["responses"]["Error410"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave Team
         * @description Leave a team. Its last owner has to hand it over or delete it first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_owner`: A team needs at least one owner; make somebody else an owner first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description List the members of a team by user name.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                    search?: string | null;
                };
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_MemberResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Add Member
         * @description Make somebody with an account a member. Whoever has none needs an invitation.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MemberAdd"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `user_inactive`: This account may not sign in, so it cannot join a team.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Member
         * @description End somebody's membership, also one's own.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_owner`: A team needs at least one owner; make somebody else an owner first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Change Member
         * @description Give a member another role.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MemberUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_owner`: A team needs at least one owner; make somebody else an owner first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/teams/{team_id}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description List how long a team's content is kept: the rule of the whole team first, then those of projects.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/retention/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Rule
         * @description Count what a rule would delete if it were active and ran now. Nothing is changed.
         */
        get: {
            parameters: {
                query?: {
                    basis?: components["schemas"]["Basis"];
                    /** @description Left out: kept for ever. */
                    keep_days?: number | null;
                    project_id?: string | null;
                };
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project, or you do not see it.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/retention/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create Rule
         * @description Make a rule. It is a draft and deletes nothing until it is activated.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project, or you do not see it.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `rule_exists`: There is a rule for this already; change that one.
                 *     - `too_many_rules`: This team has as many rules as it may have; delete one first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `forever_needs_project`: Only a project can be kept for ever; the team as a whole is, as long as it has no rule.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/retention/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Rule
         * @description Delete a rule. The team's other rules wait for another time of grace: what this one kept may now fall to them.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule_id: string;
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `rule_not_found`: There is no such rule.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Rule
         * @description Change a rule. It is a draft again, and the team's other rules wait for another time of grace.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule_id: string;
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `rule_not_found`: There is no such rule.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `forever_needs_project`: Only a project can be kept for ever; the team as a whole is, as long as it has no rule.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/teams/{team_id}/retention/rules/{rule_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate Rule
         * @description Let a rule delete from the end of the time of grace on; ``confirm`` repeats the team's name.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule_id: string;
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RuleActivate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `rule_not_found`: There is no such rule.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `rule_state`: The rule is in that state already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `confirmation_mismatch`: To activate a rule that deletes, repeat the team's name exactly as it is written.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/retention/rules/{rule_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Rule
         * @description Make a rule a draft again: it deletes nothing more.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    rule_id: string;
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RuleResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `rule_not_found`: There is no such rule.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `rule_state`: The rule is in that state already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer Team
         * @description Make another member the owner in your place; you stay as an admin.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TransferRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_owner`: A team needs at least one owner; make somebody else an owner first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Workspaces
         * @description List the workspaces of a team that you see, the default one first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspacesResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Workspace
         * @description Make a workspace. Whoever makes a private one is the first to see it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkspaceCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `workspace_exists`: The team has a workspace of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/workspaces/{workspace_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Workspace
         * @description Get one workspace.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    workspace_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Workspace
         * @description Delete a workspace. One that has content takes ``move_to``, the workspace to which that goes, and ``confirm``,
         *     which repeats the name of the one that goes; only who sees its content can do that.
         */
        delete: {
            parameters: {
                query?: {
                    confirm?: string;
                    move_to?: string | null;
                };
                header?: never;
                path: {
                    team_id: string;
                    workspace_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `busy`: Something of this is being worked on; wait until that has ended, or cancel it.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `default_workspace`: The default workspace can be neither private nor deleted; make another one the default first.
                 *     - `workspace_not_empty`: This workspace has content; move it elsewhere first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 *     - `workspace_not_confirmed`: Repeat the workspace's name exactly to move what lies in it and delete it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Workspace
         * @description Rename a workspace, make it private or shared, or make it the default one.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    workspace_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkspaceUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `default_workspace`: The default workspace can be neither private nor deleted; make another one the default first.
                 *     - `workspace_exists`: The team has a workspace of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/teams/{team_id}/workspaces/{workspace_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Workspace Members
         * @description List who is named for a workspace; a shared one is seen by the whole team besides.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    workspace_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkspaceMembersResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Add Workspace Member
         * @description Let a member of the team see a private workspace.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    workspace_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WorkspaceMemberAdd"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{team_id}/workspaces/{workspace_id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Workspace Member
         * @description Let a member of the team no longer see a private workspace.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    team_id: string;
                    user_id: string;
                    workspace_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `team_not_found`: There is no such team, or you are not a member of it.
                 *     - `workspace_not_found`: There is no such workspace.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_workspace_member`: A private workspace needs at least one member; add somebody else first, or make it visible to the team.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcription/defaults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Defaults
         * @description Get what a project chose for its transcriptions, or without one what holds for all.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Left out: what holds for every project. */
                    project_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptionOptions"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Set Defaults
         * @description Choose for the transcriptions of a project, or for all; each may still be started with other choices.
         */
        put: {
            parameters: {
                query?: {
                    /** @description Left out: what holds for every project. */
                    project_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TranscriptionOptions"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptionOptions"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `language_not_supported`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `too_many_languages`: The request cannot be understood.
                 *     - `transcription_failed`: The request cannot be understood.
                 *     - `unknown_language`: The request cannot be understood.
                 *     - `unknown_model`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcription/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Terms
         * @description Listen for these names and terms from now on.
         */
        post: {
            parameters: {
                query?: {
                    /** @description Left out: what holds for every project. */
                    project_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TermsRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptionOptions"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `too_many_terms`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Remove Term
         * @description Listen no longer for a term.
         */
        delete: {
            parameters: {
                query: {
                    /** @description Left out: what holds for every project. */
                    project_id?: string | null;
                    term: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptionOptions"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcription/vocabulary/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggestions
         * @description List names and terms that people corrected, which could be listened for from now on.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Left out: what holds for every project. */
                    project_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuggestedTermsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description Get a whole transcript.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Also send each word with its time and confidence. */
                    words?: boolean;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptWithSegmentsResponse"];
                    };
                };
                /** @description What the caller holds (`If-None-Match`) is still so. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/assign-speaker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign Speaker
         * @description Give segments to a speaker: some, a range, from one on, or all of another speaker.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AssignSpeakerRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakersChangedResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `speaker_not_found`: There is no such speaker.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `segment_conflict`: Somebody else has changed this segment since you opened it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `nothing_chosen`: Say which segments: some by their ids, a range, or all of one speaker.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Save a transcript as a file.
         *
         *     Of ``doubtful`` text either what is not folded is in it, all but what somebody dropped, or only what somebody kept.
         *
         *     Subtitles (``srt``, ``vtt``) are cut into cues of at most ``lines`` lines of ``line_length`` columns, in which a
         *     Chinese sign takes two, with at most ``speed`` columns a second where there is time for it.
         */
        get: {
            parameters: {
                query?: {
                    doubtful?: components["schemas"]["Doubtful"];
                    format?: components["schemas"]["ExportFormat"];
                    include_speakers?: boolean;
                    include_timestamps?: boolean;
                    /** @description Columns of a line. */
                    line_length?: number;
                    /** @description Lines of a cue. */
                    lines?: number;
                    /** @description The longest that a cue is shown. */
                    max_seconds?: number;
                    /** @description Columns a second, where time allows it. */
                    speed?: number;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "application/x-subrip; charset=utf-8": string;
                        "text/plain; charset=utf-8": string;
                        "text/vtt; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redo
         * @description Make the change again that you took back last.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["verbatim__transcripts__history__schemas__UndoRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryStepResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `changed_since`: Somebody has changed the same place since. Look at the history, and restore the version you want.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `nothing_to_redo`: There is no change of yours to make again: you have taken none back, or changed something since.
                 *     - `revision_conflict`: The transcript has been changed since you read it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Segments
         * @description Get a part of a transcript.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    skip?: number;
                    /** @description Also send each word with its time and confidence. */
                    words?: boolean;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SegmentListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Insert
         * @description Add a segment where the engine heard none.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSegmentRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakersChangedResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_times`: A segment must end after it begins, and may not begin before the one in front of it or after the next one.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments/{segment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Segment
         * @description Delete a segment.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    segment_id: string;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Segment
         * @description Correct a segment. With an outdated ``version`` the answer is 409 with the segment as it is now.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    segment_id: string;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SegmentUpdateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SegmentResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `segment_conflict`: Somebody else has changed this segment since you opened it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_times`: A segment must end after it begins, and may not begin before the one in front of it or after the next one.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments/{segment_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split
         * @description Cut a segment in two at a word or at the caret.
         *
         *     With an outdated ``version`` the answer is 409 with the segment as it is now.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    segment_id: string;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SplitSegmentRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakersChangedResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `segment_conflict`: Somebody else has changed this segment since you opened it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `no_such_word`: A segment can be split between two of its words; name the word that the second part begins with.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments/bulk-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bulk Delete Segments
         * @description Delete several segments.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BulkDeleteRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description Say that the text of segments is right, or take that back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakersChangedResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `segment_conflict`: Somebody else has changed this segment since you opened it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description Keep or drop doubtful segments, or take that back. What is dropped stays stored, and is left out of files.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecisionResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `not_doubtful`: Only text that is marked as doubtful can be kept or dropped; correct or delete other text.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/segments/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge
         * @description Make one segment of several that follow each other. No word's time is changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MergeSegmentsRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakersChangedResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `segment_conflict`: Somebody else has changed this segment since you opened it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `different_speakers`: These segments are spoken by different people; say whose the merged one shall be.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `not_adjacent`: Only segments that follow each other can be merged; choose two or more without a gap.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/stretches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transcribe Stretch
         * @description Listen again to a stretch of a recording, with another engine if wanted, and add what is found to the transcript.
         *
         *     Text that is there stays as it is. ``not_understood`` of a transcript are the stretches for which this is meant.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StretchRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscribeResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `bad_stretch`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `language_not_supported`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `too_many_languages`: The request cannot be understood.
                 *     - `transcription_failed`: The request cannot be understood.
                 *     - `unknown_language`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo
         * @description Take back your last change of the transcript.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["verbatim__transcripts__history__schemas__UndoRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryStepResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `changed_since`: Somebody has changed the same place since. Look at the history, and restore the version you want.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `nothing_to_undo`: There is no change of yours left to take back.
                 *     - `revision_conflict`: The transcript has been changed since you read it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Versions
         * @description List the versions of a transcript and its changes, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only changes with smaller numbers. */
                    before?: number | null;
                    /** @description How many changes at most. */
                    limit?: number;
                };
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Name Version
         * @description Give the transcript as it is now a name.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NameVersionRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Version
         * @description Get the text of a transcript as it was after change ``number``; 0 is what the engine heard.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionTextResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 *     - `version_not_found`: This transcript has no such version.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/versions/{number}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare Versions
         * @description Tell in which segments two versions differ.
         */
        get: {
            parameters: {
                query?: {
                    /** @description By default the transcript as it is now. */
                    other?: number | null;
                };
                header?: never;
                path: {
                    number: number;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompareResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 *     - `version_not_found`: This transcript has no such version.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{transcript_id}/versions/{number}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore Version
         * @description Go back to a version, wholly or in some segments. That is a change too, and can be taken back.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: number;
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RestoreRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HistoryStepResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `segment_not_found`: There is no such segment in this transcript.
                 *     - `transcript_not_found`: There is no such transcript.
                 *     - `version_not_found`: This transcript has no such version.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `revision_conflict`: The transcript has been changed since you read it.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/by-recording/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get By Recording
         * @description Get the current transcript of a recording.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Also send each word with its time and confidence. */
                    words?: boolean;
                };
                header?: never;
                path: {
                    recording_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptWithSegmentsResponse"];
                    };
                };
                /** @description What the caller holds (`If-None-Match`) is still so. */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `recording_not_found`: There is no such recording.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Users
         * @description List accounts. ``search`` looks into user names, e-mail addresses and display names.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                    role?: components["schemas"]["Role"] | null;
                    search?: string | null;
                    sort_by?: "username" | "email" | "display_name" | "created_at" | "last_sign_in_at";
                    sort_order?: "asc" | "desc";
                    status?: components["schemas"]["UserStatus"] | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_UserResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create User
         * @description Make an account that is active at once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `email_taken`: There is an account with this e-mail address already.
                 *     - `username_taken`: This user name is taken; choose another.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `password_length`: A password has 8 to 128 characters.
                 *     - `password_too_common`: This password is among the first that an attacker tries; choose another.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `busy`: Too many people are signing in at this moment; try again in a few seconds.
                 *     - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 */
                503: {
                    headers: {
                        /** @description In how many seconds to try again, where that is known. */
                        "Retry-After"?: number;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get User
         * @description Get one account.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete User
         * @description Delete an account. Content belongs to teams and stays. Teams that nobody else owns go to ``transfer_to``.
         */
        delete: {
            parameters: {
                query?: {
                    transfer_to?: string | null;
                };
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `member_not_found`: There is no such member.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `already_member`: This person is a member of the team already.
                 *     - `conflict`: Somebody else was faster; reload and try again.
                 *     - `last_admin`: This is the last active administrator; make somebody else an administrator first.
                 *     - `last_owner`: A team needs at least one owner; make somebody else an owner first.
                 *     - `owns_teams`: Some teams would be left without an owner; say who takes over.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update User
         * @description Change an account's role, e-mail address or display name; approve, deactivate or reactivate it.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UserUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `email_taken`: There is an account with this e-mail address already.
                 *     - `last_admin`: This is the last active administrator; make somebody else an administrator first.
                 *     - `username_taken`: This user name is taken; choose another.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/users/{user_id}/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Reset Mfa
         * @description Take the second factor of somebody who lost it away, and sign them out.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Reset Link
         * @description Make a link with which somebody sets a new password, to pass on to them. Whoever holds it can take the account
         *     over, so one for an administrator is made by administrators only.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResetLink"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions Of
         * @description List where somebody is signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionList"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * End Sessions Of
         * @description Sign somebody out everywhere.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End Session Of
         * @description End one of somebody's sessions.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    session_id: string;
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `session_not_found`: There is no such session.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock
         * @description Let somebody try again at once whose sign-in is slowed down.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    user_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `session_needed`: This needs a person who has signed in; a key is not enough.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `user_not_found`: There is no such account.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Users
         * @description Download the same accounts that the list shows as a CSV file.
         */
        get: {
            parameters: {
                query?: {
                    role?: components["schemas"]["Role"] | null;
                    search?: string | null;
                    sort_by?: "username" | "email" | "display_name" | "created_at" | "last_sign_in_at";
                    sort_order?: "asc" | "desc";
                    status?: components["schemas"]["UserStatus"] | null;
                    team_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Profiles
         * @description List the voices that are known, by name.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceProfileListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Profile
         * @description Keep how a speaker sounds, with the consent of whose voice it is.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VoiceProfileCreateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceProfileResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `voice_profiles_off`: Voice profiles are turned off here; VERBATIM_VOICE_PROFILES turns them on.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `speaker_not_found`: There is no such speaker.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 *     - `voice_profile_exists`: There is a voice profile of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `no_voice`: Nothing is known of how this speaker sounds: the recording has to be transcribed again with voice profiles on.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice-profiles/{voice_profile_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Profile
         * @description Erase a voice profile and what was measured of the voice; also when voice profiles are turned off.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    voice_profile_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `voice_profile_not_found`: There is no such voice profile.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Rename Profile
         * @description Rename a profile.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    voice_profile_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VoiceProfileUpdateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceProfileResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `voice_profile_not_found`: There is no such voice profile.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `voice_profile_exists`: There is a voice profile of this name already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/voice-profiles/{voice_profile_id}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name Speaker
         * @description Call a speaker by the name of a profile, as suggested or by ear.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    voice_profile_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NameSpeakerRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SpeakerResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `voice_profiles_off`: Voice profiles are turned off here; VERBATIM_VOICE_PROFILES turns them on.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `speaker_not_found`: There is no such speaker.
                 *     - `voice_profile_not_found`: There is no such voice profile.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `held`: This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice-profiles/suggestions/{transcript_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Suggestions
         * @description List who the speakers of a transcript may be. Nothing is changed.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    transcript_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceSuggestionListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /**
                 * @description - `forbidden`: Your role does not allow this.
                 *     - `foreign_origin`: This request came from another web site and was refused.
                 *     - `voice_profiles_off`: Voice profiles are turned off here; VERBATIM_VOICE_PROFILES turns them on.
                 */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `transcript_not_found`: There is no such transcript.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Webhooks
         * @description List the active team's webhooks, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_WebhookResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Webhook
         * @description Add a webhook. The answer holds its secret, this once.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookWithSecretResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `too_many_webhooks`: This team has as many webhooks as it may have; delete one first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `unknown_event`: There is no such event; the catalogue lists those there are.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 *     - `webhook_url_refused`: A webhook's address must begin with https:// or http:// and lead to a server on the internet.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Webhook
         * @description Get one webhook.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Webhook
         * @description Delete a webhook with its deliveries.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Webhook
         * @description Change a webhook's address, events or description.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `unknown_event`: There is no such event; the catalogue lists those there are.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 *     - `webhook_url_refused`: A webhook's address must begin with https:// or http:// and lead to a server on the internet.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries Of Webhook
         * @description List the deliveries of one webhook, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    end?: string | null;
                    event?: string | null;
                    page?: number;
                    page_size?: number;
                    start?: string | null;
                    status?: components["schemas"]["DeliveryStatus"] | null;
                };
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_DeliveryResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause Webhook
         * @description Let deliveries wait until the webhook is resumed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `webhook_state`: The webhook is in that state already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Range
         * @description Send a webhook's deliveries of a time range again, by default those that failed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplayRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplayResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `webhook_not_active`: This webhook is not active; resume it first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume Webhook
         * @description Send again; what has waited comes first.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `webhook_state`: The webhook is in that state already.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate Secret
         * @description Replace the secret. The answer holds the new one, this once; the old one also signs until the overlap ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["RotateRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookWithSecretResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{webhook_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Test
         * @description Send a test to a webhook. The delivery tells how that goes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhook_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["TestRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `delivery_not_found`: There is no such delivery; they are kept for a while only.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `webhook_not_active`: This webhook is not active; resume it first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `unknown_event`: There is no such event; the catalogue lists those there are.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Deliveries
         * @description List deliveries, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    end?: string | null;
                    event?: string | null;
                    page?: number;
                    page_size?: number;
                    start?: string | null;
                    status?: components["schemas"]["DeliveryStatus"] | null;
                    webhook_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListResponse_DeliveryResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Delivery
         * @description Show a delivery: what is sent, every attempt, and what came back.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryDetailResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `delivery_not_found`: There is no such delivery; they are kept for a while only.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay Delivery
         * @description Send a delivery again: the same message, under the same ``webhook-id``.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    delivery_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `delivery_not_found`: There is no such delivery; they are kept for a while only.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `webhook_not_active`: This webhook is not active; resume it first.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Events
         * @description List every event, with a sample of what a receiver gets.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CatalogueResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Delivery Stats
         * @description Count deliveries by the hour and by what became of them.
         */
        get: {
            parameters: {
                query?: {
                    hours?: number;
                    webhook_id?: string | null;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StatsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `entitlement_missing`: The licence of this server does not include this, or there is none; ask its administrator.
                 *     - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
                 *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
                 */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `webhook_not_found`: There is no such webhook.
                 */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health Probe
         * @description Tell that the process is alive.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description Tell whether requests can be served: 200, or 503 with what is wrong.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                402: components["responses"]["Error402"];
                /** @description - `foreign_origin`: This request came from another web site and was refused. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                422: components["responses"]["Error422"];
                429: components["responses"]["Error429"];
                431: components["responses"]["Error431"];
                /** @description Not now. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"] | components["schemas"]["ErrorAnswer"];
                    };
                };
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessResponse
         * @description A new access token of the same session.
         */
        AccessResponse: {
            /** Access Token */
            access_token: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Team Id */
            team_id: string | null;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type: "bearer";
        };
        /**
         * AccountOfTest
         * @description The account that the sign-in leads to, as it would be afterwards.
         */
        AccountOfTest: {
            /** Display Name */
            display_name: string | null;
            /** Email */
            email: string;
            /** Role */
            role: string;
            /** Username */
            username: string;
        };
        /**
         * AccountResponse
         * @description An account as its owner sees it.
         */
        AccountResponse: {
            /** Display Name */
            display_name?: string | null;
            /** Email */
            email: string;
            /** Id */
            id: string;
            /** Is Active */
            is_active: boolean;
            /** Role */
            role: string;
            /** Username */
            username: string;
        };
        /**
         * ActionsResponse
         * @description What can be filtered by.
         */
        ActionsResponse: {
            /** Actions */
            actions: string[];
            /** Outcomes */
            outcomes: string[];
        };
        /**
         * ActivityResponse
         * @description The last hours, the oldest first.
         */
        ActivityResponse: {
            /** Hours */
            hours: components["schemas"]["HourOfAuditResponse"][];
        };
        /**
         * AdminJob
         * @description A piece of background work. ``team`` is the name of its owner; ``host`` the machine that has or had it.
         *     ``recording_id`` leads to the recording, which only its team may see.
         */
        AdminJob: {
            /** Attempts */
            attempts: number;
            /** Cancel Requested */
            cancel_requested: boolean;
            /** Completed At */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Error Code */
            error_code: string | null;
            /** Host */
            host: string | null;
            /** Id */
            id: string;
            /** Job Type */
            job_type: string;
            /** Max Attempts */
            max_attempts: number;
            /** Priority */
            priority: number;
            /** Progress */
            progress: number;
            /** Recording Id */
            recording_id: string | null;
            /**
             * Run At
             * Format: date-time
             */
            run_at: string;
            /** Stage */
            stage: string | null;
            /** Started At */
            started_at: string | null;
            /** Status */
            status: string;
            /** Team */
            team: string | null;
            /** Team Id */
            team_id: string | null;
        };
        /**
         * AdminJobDetail
         * @description One job with what happened to it.
         */
        AdminJobDetail: {
            /** Attempts */
            attempts: number;
            /** Can Cancel */
            can_cancel: boolean;
            /** Can Retry */
            can_retry: boolean;
            /** Cancel Requested */
            cancel_requested: boolean;
            /** Completed At */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Error Code */
            error_code: string | null;
            /** Host */
            host: string | null;
            /** Id */
            id: string;
            /** Job Type */
            job_type: string;
            /** Max Attempts */
            max_attempts: number;
            /** Priority */
            priority: number;
            /** Progress */
            progress: number;
            /** Recording Id */
            recording_id: string | null;
            /**
             * Run At
             * Format: date-time
             */
            run_at: string;
            /** Stage */
            stage: string | null;
            /** Started At */
            started_at: string | null;
            /** Status */
            status: string;
            /** Steps */
            steps: components["schemas"]["JobStep"][];
            /** Team */
            team: string | null;
            /** Team Id */
            team_id: string | null;
        };
        /**
         * AdminJobPage
         * @description Some jobs, the newest first. ``next_cursor`` asks for those after them; null at the end.
         */
        AdminJobPage: {
            /** Items */
            items: components["schemas"]["AdminJob"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AgeGroup
         * @description Recordings from ``from_days`` up to, not including, ``to_days`` old.
         */
        AgeGroup: {
            /** Bytes */
            bytes: number;
            /** From Days */
            from_days: number;
            /** Recordings */
            recordings: number;
            /** To Days */
            to_days: number;
        };
        /**
         * AnalysisResponse
         * @description Some of what a transcript says, also in plain words.
         */
        AnalysisResponse: {
            /** Analysis Type */
            analysis_type: string;
            /** Complete */
            complete: boolean;
            /** Content */
            content: {
                [key: string]: string[];
            };
            /** Cost Micros */
            cost_micros: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Id */
            id: string;
            /** Is Language Model */
            is_language_model: boolean;
            /** Kind */
            kind: string;
            /** Model */
            model: string;
            /** Model Label */
            model_label: string;
            /** Provider */
            provider: string;
            /** Question */
            question: string | null;
            /** Recording Id */
            recording_id: string;
            /** Sentences */
            sentences: components["schemas"]["SentenceResponse"][];
            /** Stale */
            stale: boolean;
            /** Tokens In */
            tokens_in: number;
            /** Tokens Out */
            tokens_out: number;
            /** Transcript Id */
            transcript_id: string;
            /** Version */
            version: number;
        };
        /**
         * AnswerListResponse
         * @description Questions that were asked of a transcript with their answers, the newest first.
         */
        AnswerListResponse: {
            /** Items */
            items: components["schemas"]["AskResponse"][];
            /** Total */
            total: number;
        };
        /**
         * AskRequest
         * @description A question about one transcript.
         */
        AskRequest: {
            /** Model */
            model?: string | null;
            /** Question */
            question?: string | null;
            /**
             * Stream
             * @default false
             */
            stream: boolean;
            /** Temperature */
            temperature?: number | null;
        };
        /**
         * AskResponse
         * @description An answer, also in plain words.
         */
        AskResponse: {
            /** Complete */
            complete: boolean;
            /** Content */
            content: string;
            /** Cost Micros */
            cost_micros: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Id */
            id: string;
            /** Is Language Model */
            is_language_model: boolean;
            /** Kind */
            kind: string;
            /** Model */
            model: string;
            /** Model Label */
            model_label: string;
            /** Provider */
            provider: string;
            /** Question */
            question: string | null;
            /** Recording Id */
            recording_id: string;
            /** Sentences */
            sentences: components["schemas"]["SentenceResponse"][];
            /** Stale */
            stale: boolean;
            /** Tokens In */
            tokens_in: number;
            /** Tokens Out */
            tokens_out: number;
            /** Transcript Id */
            transcript_id: string;
            /** Version */
            version: number;
        };
        /**
         * AssignSpeakerRequest
         * @description Give segments to a speaker, by name; the speaker is made if the transcript has none of that name.
         *
         *     Of the ways to say which segments, each that is given narrows the choice: ``segment_ids``; ``from_segment_id`` to
         *     ``to_segment_id`` (without an end: from there on); ``of_speaker_id``, those of one speaker only. ``versions`` are
         *     those of segments as you saw them: if one has changed since, nothing is done.
         */
        AssignSpeakerRequest: {
            /** From Segment Id */
            from_segment_id?: string | null;
            /** Of Speaker Id */
            of_speaker_id?: string | null;
            /** Segment Ids */
            segment_ids?: string[] | null;
            /** Speaker */
            speaker: string;
            /** To Segment Id */
            to_segment_id?: string | null;
            /** Versions */
            versions?: {
                [key: string]: number;
            };
        };
        /**
         * AttemptResponse
         * @description One request and its answer; of a long answer only the beginning is kept.
         */
        AttemptResponse: {
            /** Duration Ms */
            duration_ms: number;
            /** Error */
            error: string | null;
            /** Request Headers */
            request_headers: {
                [key: string]: string;
            };
            /** Response Body */
            response_body: string | null;
            /** Response Headers */
            response_headers: {
                [key: string]: string;
            } | null;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Status Code */
            status_code: number | null;
            /** Url */
            url: string;
        };
        /**
         * AuditDetailResponse
         * @description A row with its place in the chain: ``number`` and ``seal`` are null for the moment until it is sealed.
         */
        AuditDetailResponse: {
            /** Action */
            action: string;
            /** Actor */
            actor: string | null;
            /** Actor Id */
            actor_id: string | null;
            /** Actor Type */
            actor_type: string;
            /** Address */
            address: string | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /** Key Id */
            key_id: string | null;
            /** Names Hidden */
            names_hidden: boolean;
            /** Number */
            number: number | null;
            outcome: components["schemas"]["Outcome"];
            /** Request Id */
            request_id: string | null;
            /** Resource Id */
            resource_id: string | null;
            /** Resource Name */
            resource_name: string | null;
            /** Resource Type */
            resource_type: string | null;
            /** Seal */
            seal: string | null;
            /** Session Id */
            session_id: string | null;
            /** Team Id */
            team_id: string | null;
            /** User Agent */
            user_agent: string | null;
        };
        /**
         * AuditPageResponse
         * @description Rows, the newest first. ``next_cursor`` asks for those before them; null where there are none.
         */
        AuditPageResponse: {
            /** Items */
            items: components["schemas"]["AuditRowResponse"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * AuditRetentionResponse
         * @description What removing everything older than ``days`` would remove, or has removed.
         */
        AuditRetentionResponse: {
            /** Automatic Days */
            automatic_days: number;
            /**
             * Before
             * Format: date-time
             */
            before: string;
            /** Days */
            days: number;
            /** Rows */
            rows: number;
        };
        /**
         * AuditRowResponse
         * @description A row: who did what, to what, when and from where.
         *
         *     ``actor`` is a name as it was at the time. ``before`` and ``after`` hold the fields that were changed. Where
         *     ``names_hidden`` is true, the row also has names of content that the caller does not see.
         */
        AuditRowResponse: {
            /** Action */
            action: string;
            /** Actor */
            actor: string | null;
            /** Actor Id */
            actor_id: string | null;
            /** Actor Type */
            actor_type: string;
            /** Address */
            address: string | null;
            /** After */
            after: {
                [key: string]: unknown;
            } | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** Details */
            details: {
                [key: string]: unknown;
            };
            /** Id */
            id: string;
            /** Key Id */
            key_id: string | null;
            /** Names Hidden */
            names_hidden: boolean;
            outcome: components["schemas"]["Outcome"];
            /** Request Id */
            request_id: string | null;
            /** Resource Id */
            resource_id: string | null;
            /** Resource Name */
            resource_name: string | null;
            /** Resource Type */
            resource_type: string | null;
            /** Session Id */
            session_id: string | null;
            /** Team Id */
            team_id: string | null;
            /** User Agent */
            user_agent: string | null;
        };
        /**
         * AuthInfo
         * @description Whether and how people sign in here.
         */
        AuthInfo: {
            /** Methods */
            methods: {
                [key: string]: unknown;
            }[];
            /** Required */
            required: boolean;
        };
        /**
         * Basis
         * @description What a recording's age counts from: when it was made, or when it or its transcript last changed.
         * @enum {string}
         */
        Basis: "created" | "changed";
        /**
         * BulkAssignRequest
         * @description Put recordings into a project; null takes them out of every project.
         */
        BulkAssignRequest: {
            /** Ids */
            ids: string[];
            /** Project Id */
            project_id?: string | null;
        };
        /**
         * BulkDeleteRequest
         * @description Several segments of one transcript.
         */
        BulkDeleteRequest: {
            /** Segment Ids */
            segment_ids: string[];
        };
        /**
         * BulkIdsRequest
         * @description Several recordings at once.
         */
        BulkIdsRequest: {
            /** Ids */
            ids: string[];
        };
        /**
         * CatalogueResponse
         * @description Every event there is.
         */
        CatalogueResponse: {
            /** Items */
            items: components["schemas"]["EventResponse"][];
            /** Total */
            total: number;
        };
        /**
         * CheckRequest
         * @description Say that the text of segments is right, or take that back.
         */
        CheckRequest: {
            /** Checked */
            checked: boolean;
            /** Segment Ids */
            segment_ids: string[];
            /** Versions */
            versions?: {
                [key: string]: number;
            };
        };
        /**
         * CitationResponse
         * @description A segment that a sentence rests on. ``quote`` are its own words, word for word; null when the segment is only
         *     named. ``verified``: the segment is still there and still says so; else ``quote`` is what was said before.
         */
        CitationResponse: {
            /** End Time */
            end_time: number;
            /** Quote */
            quote: string | null;
            /** Segment Id */
            segment_id: string;
            /** Start Time */
            start_time: number;
            /** Verified */
            verified: boolean;
        };
        /**
         * CompareResponse
         * @description What differs between two versions, in the order of the recording.
         */
        CompareResponse: {
            /** Items */
            items: components["schemas"]["DifferenceResponse"][];
            /** Number */
            number: number;
            /** Other */
            other: number;
        };
        /**
         * ContentFigures
         * @description What the installation keeps; ``teams`` are those with most bytes, at most fifty.
         */
        ContentFigures: {
            /** By Status */
            by_status: {
                [key: string]: number;
            };
            /** Bytes */
            bytes: number;
            /** Hours */
            hours: number;
            /** Recordings */
            recordings: number;
            /** Team Count */
            team_count: number;
            /** Teams */
            teams: components["schemas"]["TeamFigures"][];
        };
        /**
         * DashboardStats
         * @description All figures of the dashboard.
         */
        DashboardStats: {
            documents: components["schemas"]["DocumentStats"];
            processing: components["schemas"]["ProcessingStats"];
            projects: components["schemas"]["ProjectStats"];
            recordings: components["schemas"]["RecordingStats"];
            transcriptions: components["schemas"]["TranscriptionStats"];
        };
        /**
         * Decision
         * @description What somebody made of a doubtful text.
         * @enum {string}
         */
        Decision: "keep" | "drop";
        /**
         * DecisionRequest
         * @description Keep or drop doubtful segments; null takes the decision back. Nothing is deleted by it.
         */
        DecisionRequest: {
            decision: components["schemas"]["Decision"] | null;
            /** Segment Ids */
            segment_ids: string[];
        };
        /**
         * DecisionResponse
         * @description The segments as they are now.
         */
        DecisionResponse: {
            /** Items */
            items: components["schemas"]["SegmentResponse"][];
        };
        /**
         * DeliveryDetailResponse
         * @description A delivery with the body that is sent and every attempt, the latest first.
         */
        DeliveryDetailResponse: {
            /** Attempts */
            attempts: number;
            /** Attempts Log */
            attempts_log: components["schemas"]["AttemptResponse"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Due At */
            due_at: string | null;
            /** Event */
            event: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Last Status Code */
            last_status_code: number | null;
            /** Message Id */
            message_id: string;
            /** Request Body */
            request_body: string;
            /** Status */
            status: string;
            /** Url */
            url: string;
            /** Webhook Id */
            webhook_id: string;
        };
        /**
         * DeliveryResponse
         * @description A message on its way to one webhook. ``message_id`` is the request's ``webhook-id``; ``due_at`` says when it is
         *     tried next, and is null once that is over.
         */
        DeliveryResponse: {
            /** Attempts */
            attempts: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Due At */
            due_at: string | null;
            /** Event */
            event: string;
            /** Finished At */
            finished_at: string | null;
            /** Id */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Last Status Code */
            last_status_code: number | null;
            /** Message Id */
            message_id: string;
            /** Status */
            status: string;
            /** Webhook Id */
            webhook_id: string;
        };
        /**
         * DeliveryStatus
         * @description pending → delivered | failed. A replay makes it pending again.
         * @enum {string}
         */
        DeliveryStatus: "pending" | "delivered" | "failed";
        /**
         * DifferenceResponse
         * @description A segment that two versions do not share: null on the side on which there is none.
         */
        DifferenceResponse: {
            after: components["schemas"]["LineResponse"] | null;
            before: components["schemas"]["LineResponse"] | null;
            /** Segment Id */
            segment_id: string;
        };
        /**
         * DocumentStats
         * @description Documents.
         */
        DocumentStats: {
            /** Total Documents */
            total_documents: number;
        };
        /**
         * Doubtful
         * @description Which doubtful text a file contains; what somebody dropped is in none.
         * @enum {string}
         */
        Doubtful: "unfolded" | "all" | "kept";
        /**
         * DuplicateRef
         * @description An earlier recording with the same bytes.
         */
        DuplicateRef: {
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /**
         * EngineStatus
         * @description Whether an engine can run here, and why or why not; ``caveat`` tells what to expect of its text.
         */
        EngineStatus: {
            /** Available */
            available: boolean;
            /** Caveat */
            caveat: string | null;
            /** Model */
            model: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason: string;
        };
        /**
         * EntitlementRow
         * @description A feature that licences can include.
         */
        EntitlementRow: {
            /** Granted */
            granted: boolean;
            /** Meaning */
            meaning: string;
            /** Name */
            name: string;
        };
        /**
         * ErrorAnswer
         * @description What is said in place of an answer.
         * @example {
         *       "code": "recording_not_found",
         *       "detail": "There is no such recording."
         *     }
         */
        ErrorAnswer: {
            /**
             * Code
             * @description A word for programs that stays the same. Each response lists those that it has.
             */
            code: string;
            /**
             * Detail
             * @description A sentence for people; with the code `validation_error` a list of what is wrong.
             */
            detail: string | components["schemas"]["RejectedField"][];
        };
        /**
         * EventResponse
         * @description An event of the catalogue, with a sample of the body that tells of it.
         */
        EventResponse: {
            /** Description */
            description: string;
            /** Name */
            name: string;
            /** Sample */
            sample: {
                [key: string]: unknown;
            };
        };
        /**
         * ExportFormat
         * @description The formats a transcript can be saved in.
         * @enum {string}
         */
        ExportFormat: "txt" | "srt" | "vtt" | "json";
        /**
         * FailureFigures
         * @description Jobs that failed within the last seven days for one cause; ``job_id`` is the newest of them.
         */
        FailureFigures: {
            /** Code */
            code: string | null;
            /** Count */
            count: number;
            /** Error */
            error: string | null;
            /** Job Id */
            job_id: string;
            /** Job Type */
            job_type: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
        };
        /**
         * FileCountResponse
         * @description How many files lie in a location, those included that are still to be deleted, and how large the others are.
         */
        FileCountResponse: {
            /** Count */
            count: number;
            /** Total Bytes */
            total_bytes: number;
            /** Waiting For Deletion */
            waiting_for_deletion: number;
        };
        /**
         * FilterCreate
         * @description A search to be kept under a name.
         */
        FilterCreate: {
            /** Name */
            name: string;
            query: components["schemas"]["FilterQuery"];
        };
        /**
         * FilterQuery
         * @description A search as the list takes it.
         */
        FilterQuery: {
            /** About */
            about?: string | null;
            /** Action */
            action?: string | null;
            /** Actor */
            actor?: string | null;
            /** Address */
            address?: string | null;
            /** Last Hours */
            last_hours?: number | null;
            outcome?: components["schemas"]["Outcome"] | null;
            /** Resource Id */
            resource_id?: string | null;
            /** Resource Type */
            resource_type?: string | null;
            /** Search */
            search?: string | null;
            /** Team Id */
            team_id?: string | null;
        };
        /**
         * FilterResponse
         * @description A saved search of one's own.
         */
        FilterResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            query: components["schemas"]["FilterQuery"];
        };
        /**
         * FiltersResponse
         * @description Saved searches by name.
         */
        FiltersResponse: {
            /** Items */
            items: components["schemas"]["FilterResponse"][];
        };
        /**
         * Finding
         * @description How one part is, see ``GET /api/admin/health``.
         */
        Finding: {
            /** Detail */
            detail: string;
            /** Host */
            host: string;
            /** Link */
            link: string;
            /** Name */
            name: string;
            /** Setting */
            setting: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "warning" | "failed" | "skipped";
            /** Todo */
            todo: string;
        };
        /**
         * GenerateRequest
         * @description How to answer; all of it may be left out. With ``stream`` the answer comes as server-sent events.
         */
        GenerateRequest: {
            /** Model */
            model?: string | null;
            /**
             * Stream
             * @default false
             */
            stream: boolean;
            /** Temperature */
            temperature?: number | null;
        };
        /**
         * GlobalResult
         * @description A recording whose title matches, or a segment whose text does.
         */
        GlobalResult: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** End Time */
            end_time: number | null;
            /** Id */
            id: string;
            /**
             * Match Type
             * @enum {string}
             */
            match_type: "title" | "text";
            /** Recording Id */
            recording_id: string;
            /** Recording Title */
            recording_title: string;
            /** Snippet */
            snippet: components["schemas"]["SnippetPartResponse"][];
            /** Speaker */
            speaker: string | null;
            /** Start Time */
            start_time: number | null;
            /** Text */
            text: string | null;
            /** Title */
            title: string | null;
            /** Transcript Id */
            transcript_id: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "recording" | "segment";
        };
        /**
         * GlobalSearchResponse
         * @description One page of everything that matches: titles first, then text, best first.
         */
        GlobalSearchResponse: {
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Query */
            query: string;
            /** Results */
            results: components["schemas"]["GlobalResult"][];
            /** Total */
            total: number;
            /** Total Is Capped */
            total_is_capped: boolean;
            /** Total Pages */
            total_pages: number;
        };
        /**
         * GrantableResponse
         * @description What the caller can give a key, anywhere or in one team; and what the server asks of keys.
         */
        GrantableResponse: {
            /** Keys Left */
            keys_left: number;
            /** Max Days */
            max_days: number | null;
            /** May Raise Rate */
            may_raise_rate: boolean;
            /** Rate Burst */
            rate_burst: number;
            /** Rate Per Minute */
            rate_per_minute: number;
            /** Scopes */
            scopes: string[];
        };
        /**
         * Health
         * @description The process answers.
         */
        Health: {
            /** Status */
            status: string;
        };
        /**
         * HealthFindingResponse
         * @description How one part is. ``host`` is the machine that it is about, empty when it is the same on all. ``since`` is when it
         *     became so, ``last_good`` when it last worked, ``latency_ms`` how long looking took. ``todo`` says what to do where
         *     ``detail`` does not; it is done on the page ``link``, or by the setting ``setting``; both may be empty.
         */
        HealthFindingResponse: {
            /**
             * Checked At
             * Format: date-time
             */
            checked_at: string;
            /** Detail */
            detail: string;
            /** Host */
            host: string;
            /** Last Good */
            last_good: string | null;
            /** Latency Ms */
            latency_ms: number;
            /** Link */
            link: string;
            /** Name */
            name: string;
            /** Setting */
            setting: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "warning" | "failed" | "skipped";
            /** Todo */
            todo: string;
        };
        /**
         * HealthReport
         * @description Every part of the installation; ``status`` is that of the worst.
         */
        HealthReport: {
            /** Checks */
            checks: components["schemas"]["HealthFindingResponse"][];
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "warning" | "failed";
            /** Version */
            version: string;
        };
        /**
         * HistoryStepResponse
         * @description What a step through the history has made: the transcript's revision, the segments it was about as they are now,
         *     the ids of those that are gone, and the transcript's speakers.
         */
        HistoryStepResponse: {
            /** Can Redo */
            can_redo: number | null;
            /** Can Undo */
            can_undo: number | null;
            /** Gone */
            gone: string[];
            /** Revision */
            revision: number;
            /** Segments */
            segments: components["schemas"]["SegmentResponse"][];
            /** Speakers */
            speakers: components["schemas"]["SpeakerResponse"][];
        };
        /**
         * HoldCreate
         * @description A hold on a recording or on a project, never on both; ``reason`` is for those who run the team.
         */
        HoldCreate: {
            /** Project Id */
            project_id?: string | null;
            /** Reason */
            reason: string;
            /** Recording Id */
            recording_id?: string | null;
        };
        /**
         * HoldLift
         * @description Why a hold ends.
         */
        HoldLift: {
            /** Reason */
            reason: string;
        };
        /**
         * HoldResponse
         * @description A hold. Its target is named only to those who see that; ``reason`` and ``lift_reason`` only to those who may
         *     lift it (``may_lift``).
         */
        HoldResponse: {
            /** Active */
            active: boolean;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "recording" | "project";
            /** Lift Reason */
            lift_reason: string | null;
            /** Lifted At */
            lifted_at: string | null;
            /** Lifted By Name */
            lifted_by_name: string | null;
            /** May Lift */
            may_lift: boolean;
            /**
             * Placed At
             * Format: date-time
             */
            placed_at: string;
            /** Placed By Name */
            placed_by_name: string;
            /** Project Id */
            project_id: string | null;
            /** Reason */
            reason: string | null;
            /** Recording Id */
            recording_id: string | null;
            /** Title */
            title: string | null;
        };
        /**
         * HourOfAuditResponse
         * @description How many rows the hour from ``start`` on has; ``failed`` of them were refused or failed.
         */
        HourOfAuditResponse: {
            /** Failed */
            failed: number;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /** Total */
            total: number;
        };
        /**
         * HourResponse
         * @description What became of the deliveries that were made in the hour from ``start`` on.
         */
        HourResponse: {
            /** Delivered */
            delivered: number;
            /** Failed */
            failed: number;
            /** Pending */
            pending: number;
            /**
             * Start
             * Format: date-time
             */
            start: string;
        };
        /**
         * ImportedSetting
         * @description A setting that an import changes, or cannot change for the reason in ``problem``.
         */
        ImportedSetting: {
            /** After */
            after: unknown;
            /** Before */
            before: unknown;
            /** Name */
            name: string;
            /** Problem */
            problem: string | null;
            /** Title */
            title: string;
        };
        /**
         * ImportResponse
         * @description What an import has changed, or would change. ``secrets`` have to be set by hand.
         */
        ImportResponse: {
            /** Applied */
            applied: boolean;
            /** Changes */
            changes: components["schemas"]["ImportedSetting"][];
            /** Secrets */
            secrets: string[];
        };
        /**
         * Info
         * @description What this server is, and what the caller may do. Callers who are not signed in learn only how to.
         */
        Info: {
            /** Api Version */
            api_version: number;
            auth: components["schemas"]["AuthInfo"];
            limits: components["schemas"]["Limits"] | null;
            /** Mode */
            mode: string;
            /** Name */
            name: string;
            /** Permissions */
            permissions: string[];
            transcription: components["schemas"]["TranscriptionInfo"] | null;
            user: components["schemas"]["UserInfo"] | null;
            /** Version */
            version: string | null;
        };
        /**
         * InheritedTag
         * @description A tag on recordings of a project, and on how many.
         */
        InheritedTag: {
            /** Color */
            color: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Recording Count */
            recording_count: number;
        };
        /**
         * InviteAccept
         * @description Accept, signed in or as somebody new.
         *
         *     ``use_current_account`` says that an invitation sent to another address, and not bound to it, is meant for the
         *     account signed in.
         */
        InviteAccept: {
            /** Display Name */
            display_name?: string | null;
            /** Email */
            email?: string | null;
            /** Password */
            password?: string | null;
            /**
             * Use Current Account
             * @default false
             */
            use_current_account: boolean;
            /** Username */
            username?: string | null;
        };
        /**
         * InviteAccepted
         * @description Who is a member of what now. ``new_account`` says that they can sign in with the password they chose.
         */
        InviteAccepted: {
            /** New Account */
            new_account: boolean;
            /** Role */
            role: string;
            /** Team Id */
            team_id: string;
            /** Team Name */
            team_name: string;
            /** User Id */
            user_id: string;
            /** Username */
            username: string;
        };
        /**
         * InviteCreate
         * @description An invitation; ``send`` mails it if the server can.
         *
         *     A ``bound`` one works only for an account with its address; another one for whoever has the link. Left out, it is
         *     bound if it has an address.
         */
        InviteCreate: {
            /** Bound */
            bound?: boolean | null;
            /** Email */
            email?: string | null;
            /** Expires In Days */
            expires_in_days?: number | null;
            /** @default member */
            role: components["schemas"]["TeamRole"];
            /**
             * Send
             * @default true
             */
            send: boolean;
        };
        /**
         * InviteLookup
         * @description What somebody who holds an invitation may know before accepting it.
         *
         *     ``needs`` says what accepting takes: nothing more (``accept``), to sign in (``sign_in``), or a user name and a
         *     password (``account``).
         */
        InviteLookup: {
            /** Bound */
            bound: boolean;
            /** Email */
            email: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Invited By */
            invited_by: string | null;
            /** Needs */
            needs: string;
            /** Role */
            role: string;
            /** Team Id */
            team_id: string;
            /** Team Name */
            team_name: string;
        };
        /**
         * InviteResponse
         * @description An invitation as the team sees it. ``state`` is pending, accepted, expired or revoked.
         */
        InviteResponse: {
            /** Accepted At */
            accepted_at: string | null;
            /** Accepted By */
            accepted_by: string | null;
            /** Bound */
            bound: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Email */
            email: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Role */
            role: string;
            /** Sent At */
            sent_at: string | null;
            /** State */
            state: string;
            /** Team Id */
            team_id: string;
        };
        /**
         * InviteState
         * @description Only a pending invitation can be used.
         * @enum {string}
         */
        InviteState: "pending" | "accepted" | "expired" | "revoked";
        /**
         * InviteWithLink
         * @description An invitation at the moment it is made or renewed: the only one in which its token is known.
         *
         *     ``link`` is null when the server was not told its own address (VERBATIM_PUBLIC_URL); its path is always
         *     ``/invite#<token>``. ``mail`` is queued, not_wanted or not_set_up.
         */
        InviteWithLink: {
            /** Accepted At */
            accepted_at: string | null;
            /** Accepted By */
            accepted_by: string | null;
            /** Bound */
            bound: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Email */
            email: string | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Link */
            link: string | null;
            /** Mail */
            mail: string;
            /** Role */
            role: string;
            /** Sent At */
            sent_at: string | null;
            /** State */
            state: string;
            /** Team Id */
            team_id: string;
            /** Token */
            token: string;
        };
        /**
         * JobListResponse
         * @description Jobs, the newest first.
         */
        JobListResponse: {
            /** Items */
            items: components["schemas"]["JobResponse"][];
            /** Total */
            total: number;
        };
        /**
         * JobRef
         * @description The latest transcription of a recording. ``progress`` runs from 0 to 100.
         */
        JobRef: {
            /** Error */
            error: string | null;
            /** Id */
            id: string;
            /** Progress */
            progress: number;
            /** Stage */
            stage: string | null;
            /** Status */
            status: string;
        };
        /**
         * JobResponse
         * @description A piece of background work; ``progress`` runs from 0 to 100.
         */
        JobResponse: {
            /** Attempts */
            attempts: number;
            /** Completed At */
            completed_at: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Id */
            id: string;
            /** Job Type */
            job_type: string;
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Progress */
            progress: number;
            /** Result */
            result: {
                [key: string]: unknown;
            } | null;
            /** Stage */
            stage: string | null;
            /** Started At */
            started_at: string | null;
            /** Status */
            status: string;
        };
        /**
         * JobsReport
         * @description Jobs by type, and the machines that run them.
         */
        JobsReport: {
            /** Machines */
            machines: components["schemas"]["MachineFigures"][];
            /** Types */
            types: components["schemas"]["JobTypeFigures"][];
        };
        /**
         * JobStatus
         * @description queued → running → completed | failed | cancelled. A retry after a crash goes from running back to queued.
         * @enum {string}
         */
        JobStatus: "queued" | "running" | "completed" | "failed" | "cancelled";
        /**
         * JobStep
         * @description Something that happened to a job, in the order in which it did.
         */
        JobStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** What */
            what: string;
        };
        /**
         * JobTypeFigures
         * @description How many jobs of a type wait and run, and how many failed within the last seven days.
         */
        JobTypeFigures: {
            /** Failed */
            failed: number;
            /** Job Type */
            job_type: string;
            /** Paused */
            paused: boolean;
            /** Queued */
            queued: number;
            /** Running */
            running: number;
        };
        JsonValue: unknown;
        /**
         * KeyCreate
         * @description A new key. ``addresses`` are the networks it may be used from, such as 192.0.2.0/24; none: from anywhere.
         */
        KeyCreate: {
            /** Addresses */
            addresses?: string[];
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name: string;
            /** Rate Burst */
            rate_burst?: number | null;
            /** Rate Per Minute */
            rate_per_minute?: number | null;
            /** Scopes */
            scopes: components["schemas"]["Permission"][];
            /** Team Id */
            team_id?: string | null;
            /** Workspace Id */
            workspace_id?: string | null;
        };
        /**
         * KeyResponse
         * @description A key without its secret. ``start`` is how it begins.
         */
        KeyResponse: {
            /** Addresses */
            addresses: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Last Used Address */
            last_used_address: string | null;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Previous Ends At */
            previous_ends_at: string | null;
            /** Rate Burst */
            rate_burst: number | null;
            /** Rate Per Minute */
            rate_per_minute: number | null;
            /** Revoked At */
            revoked_at: string | null;
            /** Rotated At */
            rotated_at: string | null;
            /** Scopes */
            scopes: string[];
            /** Start */
            start: string;
            status: components["schemas"]["KeyStatus"];
            /** Team Id */
            team_id: string | null;
            /** Team Name */
            team_name: string | null;
            /** User Id */
            user_id: string;
            /** Username */
            username: string;
            /** Workspace Id */
            workspace_id: string | null;
            /** Workspace Name */
            workspace_name: string | null;
        };
        /**
         * KeyRotate
         * @description The old secret works for ``overlap_seconds`` more, so that programs can be changed one after another.
         */
        KeyRotate: {
            /** Expires At */
            expires_at?: string | null;
            /**
             * Overlap Seconds
             * @default 86400
             */
            overlap_seconds: number;
        };
        /**
         * KeyStatus
         * @description ``expired`` and ``revoked`` keys do not work; an ``active`` one works as long as its owner may do something.
         * @enum {string}
         */
        KeyStatus: "active" | "expired" | "revoked";
        /**
         * KeyUpdate
         * @description Fields that are left out stay as they are. A rate of null is the server's default, an end of null none but the
         *     server's own, and no addresses are all.
         */
        KeyUpdate: {
            /** Addresses */
            addresses?: string[];
            /** Expires At */
            expires_at?: string | null;
            /** Name */
            name?: string | null;
            /** Rate Burst */
            rate_burst?: number | null;
            /** Rate Per Minute */
            rate_per_minute?: number | null;
            /** Scopes */
            scopes?: components["schemas"]["Permission"][];
        };
        /**
         * KeyUsage
         * @description How much a key was used, up to a minute ago. Every day of the time asked for is listed, the oldest first.
         */
        KeyUsage: {
            /** Days */
            days: components["schemas"]["UsageDay"][];
            /** Errors */
            errors: number;
            /** Last Used Address */
            last_used_address: string | null;
            /** Last Used At */
            last_used_at: string | null;
            /** Requests */
            requests: number;
        };
        /**
         * KeyWithSecret
         * @description A key with its secret, which is shown this once.
         */
        KeyWithSecret: {
            /** Addresses */
            addresses: string[];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Expires At */
            expires_at: string | null;
            /** Id */
            id: string;
            /** Key */
            key: string;
            /** Last Used Address */
            last_used_address: string | null;
            /** Last Used At */
            last_used_at: string | null;
            /** Name */
            name: string;
            /** Previous Ends At */
            previous_ends_at: string | null;
            /** Rate Burst */
            rate_burst: number | null;
            /** Rate Per Minute */
            rate_per_minute: number | null;
            /** Revoked At */
            revoked_at: string | null;
            /** Rotated At */
            rotated_at: string | null;
            /** Scopes */
            scopes: string[];
            /** Start */
            start: string;
            status: components["schemas"]["KeyStatus"];
            /** Team Id */
            team_id: string | null;
            /** Team Name */
            team_name: string | null;
            /** User Id */
            user_id: string;
            /** Username */
            username: string;
            /** Workspace Id */
            workspace_id: string | null;
            /** Workspace Name */
            workspace_name: string | null;
        };
        /**
         * LicenseChange
         * @description One thing that another licence would change.
         */
        LicenseChange: {
            /** After */
            after: string;
            /** Before */
            before: string;
            /** What */
            what: string;
        };
        /**
         * LicenseFigures
         * @description Where the installation stands with its licence.
         */
        LicenseFigures: {
            /** Days Left */
            days_left: number | null;
            /** Message */
            message: string;
            /** State */
            state: string;
        };
        /**
         * LicenseNotice
         * @description A lasting notice about the licence; ``link`` leads to where something can be done.
         */
        LicenseNotice: {
            /** Key */
            key: string;
            /**
             * Level
             * @enum {string}
             */
            level: "info" | "warning" | "danger";
            /** Link */
            link: string | null;
            /** Text */
            text: string;
        };
        /**
         * LicenseNotices
         * @description The notices that the caller sees on every page, the gravest first.
         */
        LicenseNotices: {
            /** Notices */
            notices: components["schemas"]["LicenseNotice"][];
            state: components["schemas"]["LicenseState"];
        };
        /**
         * LicensePreview
         * @description What would change with a licence, without changing it. ``warnings`` are sentences to read before confirming.
         */
        LicensePreview: {
            /** Changes */
            changes: components["schemas"]["LicenseChange"][];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Features */
            features: string[];
            /** Is Test */
            is_test: boolean;
            /** License Id */
            license_id: string;
            /** Org Name */
            org_name: string;
            /** Seat Count */
            seat_count: number;
            state: components["schemas"]["LicenseState"];
            /**
             * Valid
             * @default true
             */
            valid: boolean;
            /** Warnings */
            warnings: string[];
        };
        /**
         * LicenseState
         * @description Where an installation stands.
         * @enum {string}
         */
        LicenseState: "unlicensed" | "valid" | "warning" | "grace" | "read_only";
        /**
         * LicenseStatus
         * @description Where this installation stands.
         *
         *     ``days_left`` counts to the end of the licence, and in the state ``grace`` to the end of that; ``source`` says
         *     whether the licence was uploaded or given as ``VERBATIM_LICENSE_KEY``.
         */
        LicenseStatus: {
            /** Clock Set Back */
            clock_set_back: boolean;
            /**
             * Counted From
             * Format: date-time
             */
            counted_from: string;
            /** Days Left */
            days_left: number | null;
            /** Entitlements */
            entitlements: components["schemas"]["EntitlementRow"][];
            /** Expires At */
            expires_at: string | null;
            /** Features */
            features: string[];
            /** Grace Ends At */
            grace_ends_at: string | null;
            /** Is Test */
            is_test: boolean;
            /** Issued At */
            issued_at: string | null;
            /** Key Id */
            key_id: string | null;
            /** Label */
            label: string;
            /** License Id */
            license_id: string | null;
            /** Message */
            message: string;
            /** Org Name */
            org_name: string | null;
            previous: components["schemas"]["PreviousLicense"] | null;
            problem: components["schemas"]["Problem"] | null;
            /** Seat Count */
            seat_count: number;
            /** Seats Exceeded */
            seats_exceeded: boolean;
            /** Seats Used */
            seats_used: number;
            /** Source */
            source: ("uploaded" | "environment") | null;
            state: components["schemas"]["LicenseState"];
            /** States */
            states: components["schemas"]["StateInfo"][];
            /** Warning Days */
            warning_days: number | null;
        };
        /**
         * LicenseUpload
         * @description A licence as the vendor sent it; blanks and line breaks in it do not matter.
         */
        LicenseUpload: {
            /** License Key */
            license_key: string;
        };
        /**
         * Limits
         * @description What clients should know before they try.
         */
        Limits: {
            /** Max Upload Bytes */
            max_upload_bytes: number;
        };
        /**
         * LineResponse
         * @description A segment of a version.
         */
        LineResponse: {
            /** End Time */
            end_time: number;
            /** Segment Id */
            segment_id: string;
            /** Speaker */
            speaker: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
        };
        /** ListResponse[DeliveryResponse] */
        ListResponse_DeliveryResponse_: {
            /** Items */
            items: components["schemas"]["DeliveryResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[HoldResponse] */
        ListResponse_HoldResponse_: {
            /** Items */
            items: components["schemas"]["HoldResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[InviteResponse] */
        ListResponse_InviteResponse_: {
            /** Items */
            items: components["schemas"]["InviteResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[KeyResponse] */
        ListResponse_KeyResponse_: {
            /** Items */
            items: components["schemas"]["KeyResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[LocationResponse] */
        ListResponse_LocationResponse_: {
            /** Items */
            items: components["schemas"]["LocationResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[MemberResponse] */
        ListResponse_MemberResponse_: {
            /** Items */
            items: components["schemas"]["MemberResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[ProjectResponse] */
        ListResponse_ProjectResponse_: {
            /** Items */
            items: components["schemas"]["ProjectResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[RecordingResponse] */
        ListResponse_RecordingResponse_: {
            /** Items */
            items: components["schemas"]["RecordingResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[TeamResponse] */
        ListResponse_TeamResponse_: {
            /** Items */
            items: components["schemas"]["TeamResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[UserResponse] */
        ListResponse_UserResponse_: {
            /** Items */
            items: components["schemas"]["UserResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ListResponse[WebhookResponse] */
        ListResponse_WebhookResponse_: {
            /** Items */
            items: components["schemas"]["WebhookResponse"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /**
         * LocationConfig
         * @description Where the files lie. S3: ``bucket``, and ``endpoint`` of a compatible store; Azure: ``account`` and
         *     ``container``. ``ca`` holds certificates (PEM) of authorities beside the usual ones.
         */
        LocationConfig: {
            /** Account */
            account?: string | null;
            /** Addressing */
            addressing?: ("auto" | "path" | "host") | null;
            /** Bucket */
            bucket?: string | null;
            /** Ca */
            ca?: string | null;
            /** Container */
            container?: string | null;
            /** Encryption */
            encryption?: ("AES256" | "aws:kms" | "aws:kms:dsse") | null;
            /** Endpoint */
            endpoint?: string | null;
            /** Kms Key */
            kms_key?: string | null;
            /** Prefix */
            prefix?: string | null;
            /** Region */
            region?: string | null;
        };
        /**
         * LocationCreate
         * @description A new location. ``is_default``: it takes new files from now on; ``team_ids``: of these teams.
         */
        LocationCreate: {
            config: components["schemas"]["LocationConfig"];
            /** @default {} */
            credentials: components["schemas"]["LocationCredentials"];
            /**
             * Is Default
             * @default false
             */
            is_default: boolean;
            /** Name */
            name: string;
            /**
             * Signed Links
             * @default false
             */
            signed_links: boolean;
            /**
             * Stands In
             * @default false
             */
            stands_in: boolean;
            /** Team Ids */
            team_ids?: string[];
            /**
             * Type
             * @enum {string}
             */
            type: "s3" | "azure_blob";
        };
        /**
         * LocationCredentials
         * @description S3: ``key_id`` and ``secret``; Azure: ``key``. They are never shown again.
         */
        LocationCredentials: {
            /** Key */
            key?: string | null;
            /** Key Id */
            key_id?: string | null;
            /** Secret */
            secret?: string | null;
        };
        /**
         * LocationResponse
         * @description A place where files lie. A ``locked`` one comes from the server's environment; ``available`` says whether this
         *     server can use it. ``signed_links``: browsers fetch downloads from the store itself. ``stands_in``: it takes new
         *     files while the one that should cannot be reached.
         */
        LocationResponse: {
            /** Available */
            available: boolean;
            /** Config */
            config: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** File Count */
            file_count: number;
            /** Has Credentials */
            has_credentials: boolean;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Locked */
            locked: boolean;
            /** Name */
            name: string;
            /** Signed Links */
            signed_links: boolean;
            /** Stands In */
            stands_in: boolean;
            /** Team Ids */
            team_ids: string[];
            /** Total Bytes */
            total_bytes: number;
            /** Type */
            type: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * LocationTest
         * @description A description of a location to try out, without adding it.
         */
        LocationTest: {
            config: components["schemas"]["LocationConfig"];
            /** @default {} */
            credentials: components["schemas"]["LocationCredentials"];
            /**
             * Type
             * @enum {string}
             */
            type: "s3" | "azure_blob";
        };
        /**
         * LocationTestResponse
         * @description How trying out a location went. ``failed`` names the step that failed, ``detail`` says why in a sentence.
         */
        LocationTestResponse: {
            /** Detail */
            detail: string;
            /** Failed */
            failed: string | null;
            /** Ok */
            ok: boolean;
            /** Steps */
            steps: components["schemas"]["LocationTestStep"][];
        };
        /**
         * LocationTestStep
         * @description One step of a test; ``ok`` is null for what was not tried because an earlier one failed.
         */
        LocationTestStep: {
            /** Name */
            name: string;
            /** Ok */
            ok: boolean | null;
        };
        /**
         * LocationUpdate
         * @description Fields that are left out stay as they are, those of ``config`` too; ``credentials`` are replaced as a whole.
         */
        LocationUpdate: {
            config?: components["schemas"]["LocationConfig"] | null;
            credentials?: components["schemas"]["LocationCredentials"] | null;
            /** Is Default */
            is_default?: true | null;
            /** Name */
            name?: string | null;
            /** Signed Links */
            signed_links?: boolean | null;
            /** Stands In */
            stands_in?: boolean | null;
            /** Team Ids */
            team_ids?: string[] | null;
        };
        /**
         * LoginRequest
         * @description ``username`` may also be the e-mail address. ``email`` may come along, as from a program that signs in with what
         *     it has just registered; it is the name that counts.
         */
        LoginRequest: {
            /** Email */
            email?: string | null;
            /**
             * Password
             * Format: password
             */
            password: string;
            /** Username */
            username: string;
        };
        /**
         * MachineFigures
         * @description A machine with servers or workers, what it runs now, and whether it begins no further jobs.
         */
        MachineFigures: {
            /** Drained */
            drained: boolean;
            /** Host */
            host: string;
            /** Running */
            running: number;
            /**
             * Seen At
             * Format: date-time
             */
            seen_at: string;
            /** Servers */
            servers: number;
            /** Workers */
            workers: number;
        };
        /**
         * Manifest
         * @description A route is a string (shown in an iframe) or ``{path, renderMode, moduleUrl}``.
         */
        Manifest: {
            /** Nav Items */
            nav_items: {
                [key: string]: unknown;
            }[];
            /** Routes */
            routes: (string | {
                [key: string]: unknown;
            })[];
            /** Settings Tabs */
            settings_tabs: {
                [key: string]: unknown;
            }[];
            /** Slots */
            slots: {
                [key: string]: unknown;
            }[];
        };
        /**
         * MemberAdd
         * @description Somebody with an account, by id, or by user name or e-mail address.
         */
        MemberAdd: {
            /** @default member */
            role: components["schemas"]["TeamRole"];
            /** User Id */
            user_id?: string | null;
            /** Username */
            username?: string | null;
        };
        /**
         * MemberResponse
         * @description A member of a team.
         */
        MemberResponse: {
            /** Display Name */
            display_name: string | null;
            /** Email */
            email: string;
            /** Is Active */
            is_active: boolean;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Role */
            role: string;
            /** User Id */
            user_id: string;
            /** Username */
            username: string;
        };
        /**
         * MemberUpdate
         * @description Another role.
         */
        MemberUpdate: {
            role: components["schemas"]["TeamRole"];
        };
        /**
         * MeResponse
         * @description Who is signed in, where they belong and what this request may do.
         */
        MeResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Default Team Id */
            default_team_id: string | null;
            /** Display Name */
            display_name?: string | null;
            /** Email */
            email: string;
            /** Has Password */
            has_password: boolean;
            /** Id */
            id: string;
            /** Identities */
            identities: string[];
            /** Is Active */
            is_active: boolean;
            /** Last Sign In At */
            last_sign_in_at: string | null;
            /** May Create Teams */
            may_create_teams: boolean;
            /** Mfa Enabled */
            mfa_enabled: boolean;
            /** Mfa Required */
            mfa_required: boolean;
            /** Permissions */
            permissions: string[];
            /** Role */
            role: string;
            /** Session Id */
            session_id: string;
            /** Team Id */
            team_id: string | null;
            /** Teams */
            teams: components["schemas"]["TeamOfCaller"][];
            /** Username */
            username: string;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * MergeSegmentsRequest
         * @description Make one segment of several that follow each other. ``speaker`` is needed where different people speak.
         */
        MergeSegmentsRequest: {
            /** Segment Ids */
            segment_ids: string[];
            /** Speaker */
            speaker?: string | null;
            /** Versions */
            versions?: {
                [key: string]: number;
            };
        };
        /**
         * MessageResponse
         * @description What was done, as a sentence.
         */
        MessageResponse: {
            /** Id */
            id?: string | null;
            /** Message */
            message: string;
        };
        /**
         * MfaChange
         * @description Delicate changes ask for both.
         */
        MfaChange: {
            /** Code */
            code: string;
            /** Password */
            password?: string | null;
        };
        /**
         * MfaCode
         * @description A code of the authenticator app.
         */
        MfaCode: {
            /** Code */
            code: string;
        };
        /**
         * MfaLogin
         * @description The second step of signing in: a code of the authenticator app, or a recovery code.
         */
        MfaLogin: {
            /** Code */
            code: string;
            /** Mfa Token */
            mfa_token?: string | null;
        };
        /**
         * MfaNeeded
         * @description The password was right; next comes ``POST /api/auth/mfa``, with ``mfa_setup`` after ``/api/auth/mfa/setup``.
         */
        MfaNeeded: {
            /**
             * Mfa Required
             * @default true
             * @constant
             */
            mfa_required: true;
            /** Mfa Setup */
            mfa_setup: boolean;
            /** Mfa Token */
            mfa_token: string;
        };
        /**
         * MfaSetupRequest
         * @description Signed in: with the password. Before that: with the token of the first step.
         */
        MfaSetupRequest: {
            /** Mfa Token */
            mfa_token?: string | null;
            /** Password */
            password?: string | null;
        };
        /**
         * MfaSetupResponse
         * @description What the authenticator app needs: a code to scan, or a secret to type.
         */
        MfaSetupResponse: {
            /** Otpauth Url */
            otpauth_url: string;
            /** Qr Svg */
            qr_svg: string;
            /** Secret */
            secret: string;
        };
        /**
         * MfaState
         * @description How an account stands with its second factor.
         */
        MfaState: {
            /** Enabled */
            enabled: boolean;
            /** Recovery Codes Left */
            recovery_codes_left: number;
            /** Required */
            required: boolean;
        };
        /**
         * ModelBringRequest
         * @description Which model to bring here: from the hub, or from a folder of the server.
         */
        ModelBringRequest: {
            /** Folder */
            folder?: string | null;
            /** Name */
            name: string;
        };
        /**
         * ModelListResponse
         * @description The models that the caller may use.
         */
        ModelListResponse: {
            /** Models */
            models: components["schemas"]["ModelResponse"][];
        };
        /**
         * ModelResponse
         * @description A model that the caller may use. ``is_local``: nothing leaves this machine.
         */
        ModelResponse: {
            /** Context Tokens */
            context_tokens: number;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Is Language Model */
            is_language_model: boolean;
            /** Is Local */
            is_local: boolean;
            /** Label */
            label: string;
            /** Provider */
            provider: string;
        };
        /**
         * ModelVerifyResponse
         * @description Whether a model is what it was; ``damaged`` names files that are not.
         */
        ModelVerifyResponse: {
            /** Damaged */
            damaged: string[];
            /** Name */
            name: string;
            /** Ok */
            ok: boolean;
        };
        /**
         * MoveRequest
         * @description Move recordings to another of the caller's workspaces.
         */
        MoveRequest: {
            /** Ids */
            ids: string[];
            /** Workspace Id */
            workspace_id: string;
        };
        /**
         * NamedRef
         * @description A link to something with a name.
         */
        NamedRef: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NameSpeakerRequest
         * @description The speaker who is the one of this profile.
         */
        NameSpeakerRequest: {
            /** Speaker Id */
            speaker_id: string;
        };
        /**
         * NameVersionRequest
         * @description Give the transcript as it is a name, to find it again.
         */
        NameVersionRequest: {
            /** Name */
            name: string;
            /** Reason */
            reason?: string | null;
        };
        /**
         * NewSegmentRequest
         * @description A segment that nobody heard: somebody writes it. Without ``speaker`` it is whose the one before is.
         */
        NewSegmentRequest: {
            /** End Time */
            end_time: number;
            /** Speaker */
            speaker?: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
        };
        /**
         * OidcLink
         * @description Where the browser goes to link an identity.
         */
        OidcLink: {
            /** Url */
            url: string;
        };
        /**
         * OidcTestBegun
         * @description Where the browser goes to try a provider out.
         */
        OidcTestBegun: {
            /** Url */
            url: string;
        };
        /**
         * OidcTestResponse
         * @description What a provider tells of somebody, how it is read here, and what a sign-in would do. Nothing of it was done.
         *
         *     ``email_checked`` is null where the provider does not say it. ``groups`` is null where they mean nothing here;
         *     ``groups_untold`` says that the provider did not tell them, so that roles stay as they are.
         */
        OidcTestResponse: {
            account?: components["schemas"]["AccountOfTest"] | null;
            /** Claims */
            claims: {
                [key: string]: unknown;
            };
            /** Email */
            email: string | null;
            /** Email Checked */
            email_checked: boolean | null;
            /** Groups */
            groups: string[] | null;
            /** Groups Untold */
            groups_untold: boolean;
            /** Name */
            name: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "signs_in" | "creates_account" | "refused";
            reason?: components["schemas"]["ReasonOfTest"] | null;
            /**
             * Second Factor
             * @description Whether this server would ask for a second factor.
             * @default false
             */
            second_factor: boolean;
            /** Subject */
            subject: string;
            /**
             * Teams
             * @default []
             */
            teams: components["schemas"]["TeamOfTest"][];
            /** Userinfo Missing */
            userinfo_missing: boolean;
            /** Username */
            username: string;
        };
        /**
         * OidcTestResult
         * @description What the provider sent back to the page.
         */
        OidcTestResult: {
            /** Code */
            code?: string | null;
            /** Error */
            error?: string | null;
            /** Iss */
            iss?: string | null;
            /** State */
            state: string;
        };
        /**
         * Outcome
         * @description How it went: done, not allowed, or not possible.
         * @enum {string}
         */
        Outcome: "success" | "refused" | "failed";
        /**
         * Overview
         * @description The administrator's first page. ``status`` is that of the worst finding; ``more`` is what other features add.
         */
        Overview: {
            content: components["schemas"]["ContentFigures"];
            /** Failures */
            failures: components["schemas"]["FailureFigures"][];
            /** Findings */
            findings: components["schemas"]["Finding"][];
            /**
             * Generated At
             * Format: date-time
             */
            generated_at: string;
            license: components["schemas"]["LicenseFigures"];
            /** More */
            more: {
                [key: string]: unknown;
            };
            /** Pending Migrations */
            pending_migrations: string[];
            people: components["schemas"]["PeopleFigures"];
            queue: components["schemas"]["QueueFigures"];
            seats: components["schemas"]["SeatFigures"];
            series: components["schemas"]["Series"];
            speed: components["schemas"]["SpeedFigures"];
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "warning" | "failed";
            /** Version */
            version: string;
        };
        /**
         * PasswordChange
         * @description ``current_password`` may be left out by accounts that have none yet.
         */
        PasswordChange: {
            /** Current Password */
            current_password?: string | null;
            /**
             * New Password
             * Format: password
             */
            new_password: string;
        };
        /**
         * PeopleFigures
         * @description People who did anything today (UTC), and within the last 7 and 30 days.
         */
        PeopleFigures: {
            /** Month */
            month: number;
            /** Today */
            today: number;
            /** Week */
            week: number;
        };
        /**
         * Permission
         * @description One thing somebody may do.
         * @enum {string}
         */
        Permission: "recording:create" | "recording:read" | "recording:update" | "recording:delete" | "transcript:read" | "transcript:update" | "project:create" | "project:read" | "project:update" | "project:delete" | "document:create" | "document:read" | "document:update" | "document:delete" | "conversation:create" | "conversation:read" | "conversation:update" | "conversation:delete" | "llm:use" | "team:manage" | "user:manage" | "apikey:manage" | "webhook:manage" | "audit:read" | "settings:manage" | "license:manage" | "system:operate" | "system:admin";
        /**
         * PreviewResponse
         * @description What a rule would delete if it ran now.
         *
         *     ``oldest`` and ``newest`` are of what it would delete; ``held`` would go too if they were not under legal hold.
         *     ``ages`` counts all that the rule is about, without gaps, the youngest first.
         */
        PreviewResponse: {
            /** Ages */
            ages: components["schemas"]["AgeGroup"][];
            /** Bytes */
            bytes: number;
            /** Held */
            held: number;
            /** In Reach */
            in_reach: number;
            /** Newest */
            newest: string | null;
            /** Oldest */
            oldest: string | null;
            /** Recordings */
            recordings: number;
        };
        /**
         * PreviousLicense
         * @description The licence before this one, of which an encrypted copy is kept.
         */
        PreviousLicense: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** License Id */
            license_id: string;
            /** Org Name */
            org_name: string;
            /**
             * Replaced At
             * Format: date-time
             */
            replaced_at: string;
            /** Seat Count */
            seat_count: number;
        };
        /**
         * Problem
         * @description Why a licence that was given does not count.
         */
        Problem: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
        };
        /**
         * ProblemResponse
         * @description A row that is not as it was sealed. ``number`` is its place in the chain, if it has one.
         */
        ProblemResponse: {
            /** Kind */
            kind: string;
            /** Message */
            message: string;
            /** Number */
            number: number | null;
            /** Row Id */
            row_id: string | null;
        };
        /**
         * ProcessingStats
         * @description Transcriptions that wait or run.
         */
        ProcessingStats: {
            /** Active Count */
            active_count: number;
            /** Queued Count */
            queued_count: number;
            /** Running Count */
            running_count: number;
        };
        /**
         * ProfileUpdate
         * @description What people change about themselves. The address stays: invitations and links trust it.
         */
        ProfileUpdate: {
            /** Display Name */
            display_name: string | null;
        };
        /**
         * ProjectCreate
         * @description A new project.
         */
        ProjectCreate: {
            /** Description */
            description?: string | null;
            /** Metadata */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** Name */
            name: string;
        };
        /**
         * ProjectMove
         * @description Move a project to another of the caller's workspaces.
         */
        ProjectMove: {
            /** Workspace Id */
            workspace_id: string;
        };
        /**
         * ProjectRecordingResponse
         * @description A recording as a project lists it.
         */
        ProjectRecordingResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Duration Seconds */
            duration_seconds: number;
            /** File Name */
            file_name: string;
            /** Id */
            id: string;
            /** Status */
            status: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ProjectRecordingsResponse
         * @description The newest recordings of a project; the whole list pages through ``GET /api/recordings?project_id=``.
         */
        ProjectRecordingsResponse: {
            /** Items */
            items: components["schemas"]["ProjectRecordingResponse"][];
            /** Total */
            total: number;
        };
        /**
         * ProjectResponse
         * @description A project.
         */
        ProjectResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Description */
            description: string | null;
            /** Id */
            id: string;
            /** Inherited Tags */
            inherited_tags: components["schemas"]["InheritedTag"][];
            /** Metadata */
            metadata: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Project Type */
            project_type: {
                [key: string]: unknown;
            } | null;
            /** Recording Count */
            recording_count: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * ProjectStats
         * @description Projects.
         */
        ProjectStats: {
            /** Last Updated */
            last_updated: string | null;
            /** Total Projects */
            total_projects: number;
        };
        /**
         * ProjectUpdate
         * @description Fields that are left out stay as they are.
         */
        ProjectUpdate: {
            /** Description */
            description?: string | null;
            /** Metadata */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** Name */
            name?: string | null;
        };
        /**
         * ProviderListResponse
         * @description The providers of this installation.
         */
        ProviderListResponse: {
            /** Items */
            items: components["schemas"]["ProviderResponse"][];
        };
        /**
         * ProviderResponse
         * @description A sign-in provider as the settings describe it, without its secret. ``groups`` counts the mappings.
         */
        ProviderResponse: {
            /** Create Users */
            create_users: boolean;
            /** Email Claim */
            email_claim: string;
            /** Groups */
            groups: number;
            /** Groups Claim */
            groups_claim: string | null;
            /** Id */
            id: string;
            /** Issuer */
            issuer: string;
            /** Name */
            name: string;
            /**
             * Redirect Uri
             * @description What the provider has to allow as an address to lead back to.
             */
            redirect_uri: string;
            /** Scopes */
            scopes: string;
            /** Second Factor */
            second_factor: boolean;
            /** Trust Email */
            trust_email: boolean;
        };
        /**
         * QueueFigures
         * @description Jobs whose time has come and that wait, those that run, and how long the oldest waits, in seconds.
         */
        QueueFigures: {
            /** Oldest Seconds */
            oldest_seconds: number;
            /** Paused Types */
            paused_types: string[];
            /** Running */
            running: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * Readiness
         * @description ``status`` is ``ok`` or ``unavailable``, and ``checks`` say why.
         */
        Readiness: {
            /** Checks */
            checks: {
                [key: string]: components["schemas"]["ReadyCheck"];
            };
            /**
             * Status
             * @enum {string}
             */
            status: "ok" | "unavailable";
        };
        /**
         * ReadyCheck
         * @description Whether one thing that serving needs is well; what is wrong with it, for whoever is signed in.
         */
        ReadyCheck: {
            /** Detail */
            detail?: string | null;
            /** Ok */
            ok: boolean;
        };
        /**
         * ReasonOfTest
         * @description Why nobody would be signed in.
         */
        ReasonOfTest: {
            /** Code */
            code: string;
            /** Detail */
            detail: string;
        };
        /**
         * ReassignSegmentRequest
         * @description Give one segment to another speaker, by name.
         */
        ReassignSegmentRequest: {
            /** Segment Id */
            segment_id: string;
            /** Speaker Name */
            speaker_name: string;
            /** Transcript Id */
            transcript_id: string;
        };
        /**
         * ReassignSegmentResponse
         * @description The segment, and the transcript's speakers after the change.
         */
        ReassignSegmentResponse: {
            segment: components["schemas"]["SegmentResponse"];
            /** Speakers */
            speakers: components["schemas"]["SpeakerResponse"][];
        };
        /**
         * RecordingCreateResponse
         * @description What an upload made. ``duplicate_of`` tells that the same file was here already; both are kept.
         */
        RecordingCreateResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            duplicate_of: components["schemas"]["DuplicateRef"] | null;
            /** Duration Seconds */
            duration_seconds: number;
            /** File Name */
            file_name: string;
            /** File Size */
            file_size: number;
            /** Id */
            id: string;
            /** Job Id */
            job_id: string | null;
            /** Mime Type */
            mime_type: string;
            /** Sha256 */
            sha256: string;
            /** Status */
            status: string;
            /** Title */
            title: string;
        };
        /**
         * RecordingPropertiesResponse
         * @description What is known about the file. ``sound`` is the choice of tracks and channels that was made at the upload;
         *     ``plays_in_browser`` is false while a copy that browsers can play is still to be made.
         */
        RecordingPropertiesResponse: {
            /** Bit Rate */
            bit_rate: number | null;
            /** Channels */
            channels: number | null;
            /** Codec */
            codec: string | null;
            /** Container */
            container: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Duration Formatted */
            duration_formatted: string;
            /** Duration Seconds */
            duration_seconds: number;
            /** File Exists */
            file_exists: boolean;
            /** File Name */
            file_name: string;
            /** File Path */
            file_path: string;
            /** File Size */
            file_size: number;
            /** File Size Formatted */
            file_size_formatted: string;
            /** Has Video */
            has_video: boolean;
            /** Id */
            id: string;
            /** Mime Type */
            mime_type: string;
            /** Plays In Browser */
            plays_in_browser: boolean;
            /** Sample Rate */
            sample_rate: number | null;
            /** Sha256 */
            sha256: string;
            /** Sound */
            sound: string;
            /** Status */
            status: string;
            /** Storage Location */
            storage_location: string;
            /** Title */
            title: string;
            /** Tracks */
            tracks: components["schemas"]["SoundTrack"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * RecordingResponse
         * @description A recording, without any transcript text. One that is ``held`` can be neither deleted nor corrected.
         */
        RecordingResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Duration Seconds */
            duration_seconds: number;
            /** Engine */
            engine: string | null;
            /** File Name */
            file_name: string;
            /** File Path */
            file_path: string;
            /** File Size */
            file_size: number;
            /** Held */
            held: boolean;
            /** Id */
            id: string;
            job: components["schemas"]["JobRef"] | null;
            /** Language */
            language: string | null;
            /** Metadata */
            metadata: {
                [key: string]: unknown;
            };
            /** Mime Type */
            mime_type: string;
            /** Project Ids */
            project_ids: string[];
            /** Projects */
            projects: components["schemas"]["NamedRef"][];
            /** Sha256 */
            sha256: string;
            /** Status */
            status: string;
            /** Tag Ids */
            tag_ids: string[];
            /** Tags */
            tags: components["schemas"]["TagRef"][];
            /** Template */
            template: {
                [key: string]: unknown;
            } | null;
            /** Template Id */
            template_id: string | null;
            /** Title */
            title: string;
            /** Transcript Id */
            transcript_id: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Word Count */
            word_count: number | null;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * RecordingStats
         * @description Recordings, their length and their size.
         */
        RecordingStats: {
            /** Avg Duration Seconds */
            avg_duration_seconds: number | null;
            /** By Status */
            by_status: {
                [key: string]: number;
            };
            /** Total Bytes */
            total_bytes: number;
            /** Total Duration Seconds */
            total_duration_seconds: number;
            /** Total Recordings */
            total_recordings: number;
        };
        /**
         * RecordingStatus
         * @description untranscribed, until somebody wants a text: pending → processing → completed | failed | cancelled; a retry leads
         *     back to pending.
         * @enum {string}
         */
        RecordingStatus: "untranscribed" | "pending" | "processing" | "completed" | "failed" | "cancelled";
        /**
         * RecordingUpdateRequest
         * @description Fields that are left out stay as they are; ``metadata`` replaces the whole object.
         */
        RecordingUpdateRequest: {
            /** Metadata */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** Title */
            title?: string | null;
        };
        /**
         * RecoveryCodes
         * @description Shown once. Each replaces the second factor one time.
         */
        RecoveryCodes: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * RefreshRequest
         * @description Browsers leave the body out: their cookie holds the token.
         */
        RefreshRequest: {
            /** Refresh Token */
            refresh_token?: string | null;
        };
        /**
         * RegisterRequest
         * @description A new account. ``setup_token`` is for the first one, which administers the server.
         */
        RegisterRequest: {
            /** Display Name */
            display_name?: string | null;
            /** Email */
            email: string;
            /**
             * Password
             * Format: password
             */
            password: string;
            /** Setup Token */
            setup_token?: string | null;
            /** Username */
            username: string;
        };
        /**
         * RejectedField
         * @description One thing in a request that is missing, unknown or not as it should be.
         */
        RejectedField: {
            /**
             * Loc
             * @description Where: `body`, `query` or `path`, and the names and numbers below it.
             */
            loc: (string | number)[];
            /**
             * Msg
             * @description What is wrong, as a sentence.
             */
            msg: string;
            /**
             * Type
             * @description What is wrong, as a word for programs.
             */
            type: string;
        };
        /**
         * ReplayRequest
         * @description Which deliveries to send again: those of events between ``start`` and ``end``, by default only the failed.
         */
        ReplayRequest: {
            /**
             * End
             * Format: date-time
             */
            end: string;
            /**
             * Start
             * Format: date-time
             */
            start: string;
            /**
             * Status
             * @default failed
             * @enum {string}
             */
            status: "failed" | "delivered" | "all";
        };
        /**
         * ReplayResponse
         * @description How many deliveries are sent again, and the job that does it.
         */
        ReplayResponse: {
            /** Count */
            count: number;
            /** Job Id */
            job_id: string | null;
        };
        /**
         * ResetConfirm
         * @description A new password by the link's token.
         */
        ResetConfirm: {
            /**
             * New Password
             * Format: password
             */
            new_password: string;
            /** Token */
            token: string;
        };
        /**
         * ResetLink
         * @description A link to pass on. It is shown once.
         */
        ResetLink: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Token */
            token: string;
            /** Url */
            url: string;
        };
        /**
         * ResetRequest
         * @description Who forgot their password: user name or e-mail address.
         */
        ResetRequest: {
            /** Username */
            username: string;
        };
        /**
         * RestoreRequest
         * @description Go back to a version, wholly or in some segments. With ``revision``, the one you saw, only if nothing has changed
         *     since.
         */
        RestoreRequest: {
            /** Reason */
            reason?: string | null;
            /** Revision */
            revision?: number | null;
            /** Segment Ids */
            segment_ids?: string[] | null;
        };
        /**
         * ResultFormat
         * @description Markdown for people, JSON for programs.
         * @enum {string}
         */
        ResultFormat: "md" | "json";
        /**
         * RetentionRequest
         * @description Rows older than this are removed; what is left can still be proved.
         */
        RetentionRequest: {
            /** Days */
            days: number;
        };
        /**
         * RetentionResponse
         * @description The rules of a team. An activated one waits ``grace_days`` before it deletes.
         */
        RetentionResponse: {
            /** Grace Days */
            grace_days: number;
            /** Items */
            items: components["schemas"]["RuleResponse"][];
            /** May Change */
            may_change: boolean;
            /** Total */
            total: number;
        };
        /**
         * Role
         * @description What somebody is to the installation. Beside administrators there are those who do a part of their work.
         * @enum {string}
         */
        Role: "admin" | "user_manager" | "auditor" | "operator" | "user" | "viewer";
        /**
         * RotateRequest
         * @description For ``overlap_hours`` requests carry a second signature, made with the secret before.
         */
        RotateRequest: {
            /**
             * Overlap Hours
             * @default 24
             */
            overlap_hours: number;
        };
        /**
         * RuleActivate
         * @description ``confirm`` repeats the team's name.
         */
        RuleActivate: {
            /** Confirm */
            confirm: string;
        };
        /**
         * RuleCreate
         * @description A rule for the whole team, or for one project; a project's rule stands before the team's.
         *
         *     It begins as a draft that deletes nothing. Without ``keep_days`` a project is kept for ever.
         */
        RuleCreate: {
            /** @default created */
            basis: components["schemas"]["Basis"];
            /** Keep Days */
            keep_days?: number | null;
            /** Project Id */
            project_id?: string | null;
        };
        /**
         * RuleResponse
         * @description A rule. Its project is named only to those who see it; ``for_project`` says whether there is one.
         *
         *     ``deleted_recordings`` and ``deleted_bytes`` are what it has deleted so far.
         */
        RuleResponse: {
            basis: components["schemas"]["Basis"];
            /** Confirmed At */
            confirmed_at: string | null;
            /** Confirmed By Name */
            confirmed_by_name: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Deleted Bytes */
            deleted_bytes: number;
            /** Deleted Recordings */
            deleted_recordings: number;
            /** For Project */
            for_project: boolean;
            /** Id */
            id: string;
            /** Keep Days */
            keep_days: number | null;
            /** Last Run At */
            last_run_at: string | null;
            /** Project Id */
            project_id: string | null;
            /** Project Name */
            project_name: string | null;
            /** Starts At */
            starts_at: string | null;
            status: components["schemas"]["RuleStatus"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * RuleStatus
         * @description A draft deletes nothing; an active rule deletes from ``starts_at`` on. A change makes it a draft again.
         * @enum {string}
         */
        RuleStatus: "draft" | "active";
        /**
         * RuleUpdate
         * @description Fields that are left out stay as they are. A changed rule is a draft again.
         */
        RuleUpdate: {
            basis?: components["schemas"]["Basis"] | null;
            /** Keep Days */
            keep_days?: number | null;
        };
        /**
         * SeatFigures
         * @description Accounts that may sign in, and how many the licence has.
         */
        SeatFigures: {
            /** Licensed */
            licensed: number;
            /** Used */
            used: number;
        };
        /**
         * Section
         * @description Which part of a summary a sentence belongs to.
         * @enum {string}
         */
        Section: "summary" | "key_points" | "decisions" | "action_items" | "topics" | "named_entities";
        /**
         * SegmentListResponse
         * @description A part of a transcript.
         */
        SegmentListResponse: {
            /** Items */
            items: components["schemas"]["SegmentResponse"][];
            /** Limit */
            limit: number;
            /** Skip */
            skip: number;
            /** Total */
            total: number;
        };
        /**
         * SegmentResponse
         * @description A piece of a transcript. Send ``version`` back when changing it, to notice somebody else's change.
         *
         *     ``doubt`` says why the text looks like an engine's invention: ``no_speech`` (nobody speaks there), ``too_fast``
         *     (more words than the time can hold), ``repetition`` (it repeats itself, and the engine held it for unlikely).
         *     ``folded`` says that it is better hidden behind a word about it: nobody speaks there and something else tells
         *     against it too, or somebody dropped it. ``decision`` is what somebody made of it.
         *     ``speaker_confidence`` is how sure it is who speaks, between 0 and 1; null when nobody said or a person did.
         */
        SegmentResponse: {
            /** Checked By */
            checked_by: string | null;
            /** Comment Count */
            comment_count: number;
            /** Confidence */
            confidence: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            decision?: components["schemas"]["Decision"] | null;
            /** Doubt */
            doubt?: string | null;
            /** Edited By */
            edited_by: string | null;
            /** End Time */
            end_time: number;
            /**
             * Folded
             * @default false
             */
            folded: boolean;
            /** Highlight Color */
            highlight_color: string | null;
            /** Id */
            id: string;
            /** Original Text */
            original_text: string | null;
            /** Segment Index */
            segment_index: number;
            /** Speaker */
            speaker: string | null;
            /** Speaker Confidence */
            speaker_confidence: number | null;
            /** Speaker Id */
            speaker_id: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Version */
            version: number;
            /** Words */
            words: components["schemas"]["WordResponse"][] | null;
        };
        /**
         * SegmentResult
         * @description A segment that matches, and the second at which to start listening.
         */
        SegmentResult: {
            /** Confidence */
            confidence: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** End Time */
            end_time: number;
            /** Id */
            id: string;
            /** Recording Id */
            recording_id: string;
            /** Recording Title */
            recording_title: string;
            /** Segment Index */
            segment_index: number;
            /** Snippet */
            snippet: components["schemas"]["SnippetPartResponse"][];
            /** Speaker */
            speaker: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
            /** Transcript Id */
            transcript_id: string;
        };
        /**
         * SegmentSearchResponse
         * @description One page of matching segments. ``total_is_capped``: there are more matches than were counted.
         */
        SegmentSearchResponse: {
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Query */
            query: string;
            /** Results */
            results: components["schemas"]["SegmentResult"][];
            /** Total */
            total: number;
            /** Total Is Capped */
            total_is_capped: boolean;
            /** Total Pages */
            total_pages: number;
        };
        /**
         * SegmentUpdateRequest
         * @description Change a segment. With ``version`` it succeeds only if nobody else has changed the segment since; without, the
         *     last writer wins. ``speaker`` is a name; it is made when the transcript has no such speaker. Words whose times lie
         *     outside of ``start_time`` to ``end_time`` are estimated anew.
         */
        SegmentUpdateRequest: {
            /** End Time */
            end_time?: number | null;
            /** Speaker */
            speaker?: string | null;
            /** Start Time */
            start_time?: number | null;
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
        };
        /**
         * SentenceResponse
         * @description One sentence. ``verified``: it names what it rests on, and whatever it quotes is said there; show others as not
         *     checked.
         */
        SentenceResponse: {
            /** Citations */
            citations: components["schemas"]["CitationResponse"][];
            /** Section */
            section: string;
            /** Text */
            text: string;
            /** Verified */
            verified: boolean;
        };
        /**
         * Series
         * @description Figures by hour, the oldest first; one value for each of ``hours``. ``queue_length`` and ``queue_minutes`` are
         *     the highest of the hour; ``times_realtime`` is null where nothing was transcribed.
         */
        Series: {
            /** Days */
            days: string[];
            /** Failures */
            failures: number[];
            /** Hours */
            hours: string[];
            /** Hours Transcribed */
            hours_transcribed: number[];
            /** People */
            people: number[];
            /** Queue Length */
            queue_length: number[];
            /** Queue Minutes */
            queue_minutes: number[];
            /** Recordings */
            recordings: number[];
            /** Times Realtime */
            times_realtime: (number | null)[];
        };
        /**
         * SessionList
         * @description Everything somebody is signed in with.
         */
        SessionList: {
            /** Items */
            items: components["schemas"]["SessionResponse"][];
            /** Total */
            total: number;
        };
        /**
         * SessionResponse
         * @description A signed-in device.
         */
        SessionResponse: {
            /** Address */
            address: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Id */
            id: string;
            /** Is Current */
            is_current: boolean;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** Method */
            method: string;
            /** Second Factor */
            second_factor: boolean;
            /** User Agent */
            user_agent: string | null;
        };
        /**
         * SettingItem
         * @description One setting in short: see `SettingResponse`. ``value`` and ``default`` of a secret are null.
         */
        SettingItem: {
            /** Default */
            default: unknown;
            /** Key */
            key: string;
            /** Locked */
            locked: boolean;
            /** Restart Required */
            restart_required: boolean;
            /**
             * Source
             * @enum {string}
             */
            source: "default" | "environment" | "database";
            /** Value */
            value: unknown;
        };
        /**
         * SettingResponse
         * @description One setting. ``value`` and ``default`` of a secret are null: ``is_set`` says whether there is one.
         *
         *     ``applies``: a change counts at once, from the next start on, or only the environment can make it. ``waits`` says
         *     that another value has been stored than the one in use, which counts from the next start on.
         */
        SettingResponse: {
            /** Above */
            above: number | null;
            /**
             * Applies
             * @enum {string}
             */
            applies: "at_once" | "restart" | "environment";
            /** Below */
            below: number | null;
            /** Changed At */
            changed_at: string | null;
            /** Changed By */
            changed_by: string | null;
            /** Choices */
            choices: string[];
            /** Default */
            default: unknown;
            /** Description */
            description: string;
            /** Is Set */
            is_set: boolean;
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "secret" | "whole_number" | "number" | "yes_no" | "choice" | "list" | "json";
            /** Locked */
            locked: boolean;
            /** Max Length */
            max_length: number | null;
            /** Maximum */
            maximum: number | null;
            /** Minimum */
            minimum: number | null;
            /** Name */
            name: string;
            /** Needs Restart */
            needs_restart: boolean;
            /**
             * Problem
             * @description Why a stored value does not count.
             */
            problem: string | null;
            /**
             * Source
             * @enum {string}
             */
            source: "default" | "environment" | "database";
            /** Title */
            title: string;
            /**
             * Value
             * @description The value that is stored or given; null for a secret.
             */
            value: unknown;
            /** Variable */
            variable: string;
            /** Waits */
            waits: boolean;
        };
        /**
         * SettingsExport
         * @description What administrators have set, without secrets; ``secrets`` names those that are set and have to be set anew.
         */
        SettingsExport: {
            /**
             * Exported At
             * Format: date-time
             */
            exported_at: string;
            /**
             * Format
             * @default verbatim-settings-1
             * @constant
             */
            format: "verbatim-settings-1";
            /** Secrets */
            secrets: string[];
            /** Settings */
            settings: {
                [key: string]: unknown;
            };
        };
        /**
         * SettingsImport
         * @description Settings as they were exported. Without ``apply`` nothing is changed: the answer says what would be.
         */
        SettingsImport: {
            /**
             * Apply
             * @default false
             */
            apply: boolean;
            /** Exported At */
            exported_at?: string | null;
            /**
             * Format
             * @default verbatim-settings-1
             * @constant
             */
            format: "verbatim-settings-1";
            /** Secrets */
            secrets?: string[];
            /** Settings */
            settings: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /**
         * SettingsResponse
         * @description Every setting, in short in ``items`` and in sections. ``version`` belongs in the next change, so that nobody
         *     changes what they have not seen.
         */
        SettingsResponse: {
            /** Groups */
            groups: components["schemas"]["SettingsSection"][];
            /** Items */
            items: components["schemas"]["SettingItem"][];
            last_change: components["schemas"]["verbatim_enterprise__admin_settings__schemas__ChangeResponse"] | null;
            /** Restart Needed */
            restart_needed: string[];
            /** Version */
            version: number;
        };
        /**
         * SettingsSection
         * @description Settings that stand together.
         */
        SettingsSection: {
            /** Description */
            description: string;
            /** Settings */
            settings: components["schemas"]["SettingResponse"][];
            /** Title */
            title: string;
        };
        /**
         * SettingsUpdate
         * @description What to set and what to give back its default: all of it or nothing. ``version`` is the one that was read.
         *     Any other field is a setting by its name, with its value; only for these ``version`` may be left out.
         */
        SettingsUpdate: {
            /** Reset */
            reset?: string[];
            /** Values */
            values?: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Version */
            version?: number | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * SetupState
         * @description ``setup_required``: nobody administers this server yet. ``token_required``: whoever wants to needs the set-up
         *     token, so it is the same.
         *
         *     ``registration_domains`` are those whose owners may register by themselves. ``sends_mail``: links to choose a new
         *     password come by mail; otherwise an administrator makes them.
         */
        SetupState: {
            /** Registration */
            registration: string;
            /** Registration Domains */
            registration_domains: string[];
            /** Sends Mail */
            sends_mail: boolean;
            /** Setup Required */
            setup_required: boolean;
            /** Token Required */
            token_required: boolean;
        };
        /**
         * SnippetPartResponse
         * @description A piece of text; ``hit`` marks what was looked for. Never HTML.
         */
        SnippetPartResponse: {
            /** Hit */
            hit: boolean;
            /** Text */
            text: string;
        };
        /**
         * SoundTrack
         * @description A sound track of the file; ``number`` counts from 1. ``layout`` is None where the file names no positions.
         */
        SoundTrack: {
            /** Channels */
            channels: number;
            /** Codec */
            codec: string;
            /** Language */
            language: string | null;
            /** Layout */
            layout: string | null;
            /** Number */
            number: number;
            /** Sample Rate */
            sample_rate: number;
            /** Title */
            title: string | null;
        };
        /**
         * SpeakerListResponse
         * @description The speakers of a transcript.
         */
        SpeakerListResponse: {
            /** Items */
            items: components["schemas"]["SpeakerResponse"][];
        };
        /**
         * SpeakerMergeRequest
         * @description The speaker that stays.
         */
        SpeakerMergeRequest: {
            /** Target Speaker Id */
            target_speaker_id: string;
        };
        /**
         * SpeakerMergeResponse
         * @description The speaker that stayed, and how many segments it took over.
         */
        SpeakerMergeResponse: {
            /** Segments Moved */
            segments_moved: number;
            speaker: components["schemas"]["SpeakerResponse"];
        };
        /**
         * SpeakerResponse
         * @description Somebody heard in a transcript: ``speaker_name`` if people gave one, else ``speaker_label`` is shown.
         *
         *     ``voice_profile_id`` is the voice profile that the name was taken from.
         */
        SpeakerResponse: {
            /** Color */
            color: string | null;
            /** Id */
            id: string;
            /** Speaker Label */
            speaker_label: string;
            /** Speaker Name */
            speaker_name: string | null;
            /** Transcript Id */
            transcript_id: string;
            /** Voice Profile Id */
            voice_profile_id: string | null;
        };
        /**
         * SpeakersChangedResponse
         * @description The segments that were changed, in order and as they are now, and the transcript's speakers.
         */
        SpeakersChangedResponse: {
            /** Segments */
            segments: components["schemas"]["SegmentResponse"][];
            /** Speakers */
            speakers: components["schemas"]["SpeakerResponse"][];
        };
        /**
         * SpeakerUpdateRequest
         * @description Fields that are left out stay as they are; a null name goes back to the engine's label.
         */
        SpeakerUpdateRequest: {
            /** Color */
            color?: string | null;
            /** Speaker Name */
            speaker_name?: string | null;
        };
        /**
         * SpeechModel
         * @description A Whisper model on this server. ``speed`` is seconds of sound for each second of listening, measured here; null
         *     until something was transcribed with it.
         */
        SpeechModel: {
            /** In Use */
            in_use: boolean;
            /** Languages */
            languages: string[];
            /** Name */
            name: string;
            /** Origin */
            origin: string;
            /** Removable */
            removable: boolean;
            /** Size Bytes */
            size_bytes: number;
            /** Speed */
            speed: number | null;
        };
        /**
         * SpeechModelListResponse
         * @description The models on this server, the largest first.
         */
        SpeechModelListResponse: {
            /** Items */
            items: components["schemas"]["SpeechModel"][];
        };
        /**
         * SpeedFigures
         * @description Hours of sound that were transcribed within the last day, and hours for an hour of work; null without any.
         */
        SpeedFigures: {
            /** Hours Transcribed */
            hours_transcribed: number;
            /** Times Realtime */
            times_realtime: number | null;
        };
        /**
         * SplitSegmentRequest
         * @description Cut a segment before its word number ``word_index`` (from 0), or at the word that is at or behind character
         *     ``at`` of the text, and give what follows to ``speaker``. One of the two is needed.
         */
        SplitSegmentRequest: {
            /** At */
            at?: number | null;
            /** Speaker */
            speaker?: string | null;
            /** Version */
            version?: number | null;
            /** Word Index */
            word_index?: number | null;
        };
        /**
         * StateInfo
         * @description One row of the table of states. ``begins_at`` is when the licence at hand gets there.
         */
        StateInfo: {
            /** Begins At */
            begins_at: string | null;
            /** Label */
            label: string;
            /** Meaning */
            meaning: string;
            state: components["schemas"]["LicenseState"];
            /** When */
            when: string;
        };
        /**
         * StatsResponse
         * @description Hours without deliveries are left out.
         */
        StatsResponse: {
            /** Hours */
            hours: components["schemas"]["HourResponse"][];
        };
        /**
         * StatusResponse
         * @description Whether a language model can be asked, and which one is when none is named.
         */
        StatusResponse: {
            /** Available */
            available: boolean;
            /** Model Loaded */
            model_loaded: boolean;
            /** Model Path */
            model_path: string | null;
            /** Models */
            models: {
                [key: string]: unknown;
            }[];
            /** Provider */
            provider: string;
        };
        /**
         * StorageTransferProblem
         * @description Something that was left where it was, and why.
         */
        StorageTransferProblem: {
            /** Detail */
            detail: string;
            /** Id */
            id: string;
            /** Key */
            key: string;
            /** Kind */
            kind: string;
        };
        /**
         * StorageTransferRequest
         * @description Move all files from one place to another, or only those of one team.
         */
        StorageTransferRequest: {
            /** From Location Id */
            from_location_id: string;
            /** Team Id */
            team_id?: string | null;
            /** To Location Id */
            to_location_id: string;
        };
        /**
         * StorageTransferStatus
         * @description How the move that is going on, or was the last, stands. ``status`` is none, queued, running, completed, failed or
         *     cancelled; ``progress`` runs from 0 to 100; ``later`` files were in use and are left where they were.
         */
        StorageTransferStatus: {
            /**
             * Bytes
             * @default 0
             */
            bytes: number;
            /** Error */
            error?: string | null;
            /**
             * Failed
             * @default 0
             */
            failed: number;
            /** Finished At */
            finished_at?: string | null;
            /**
             * Later
             * @default 0
             */
            later: number;
            /**
             * Moved
             * @default 0
             */
            moved: number;
            /** Problems */
            problems?: components["schemas"]["StorageTransferProblem"][];
            /**
             * Progress
             * @default 0
             */
            progress: number;
            /** Source */
            source?: string | null;
            /** Stage */
            stage?: string | null;
            /** Started At */
            started_at?: string | null;
            /** Status */
            status: string;
            /** Target */
            target?: string | null;
            /** Team Id */
            team_id?: string | null;
            /**
             * Total
             * @default 0
             */
            total: number;
        };
        /**
         * StreamResponse
         * @description A system that is told of every row: up to which number it has been, and how many rows wait to be sent.
         */
        StreamResponse: {
            /** Error */
            error?: string | null;
            /** Failing Since */
            failing_since?: string | null;
            /** Name */
            name: string;
            /** Target */
            target: string;
            /** Told */
            told: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * StreamsResponse
         * @description Where rows are: here for ``kept_days`` (0: for ever), and at the systems that are told; the settings say so.
         */
        StreamsResponse: {
            /** Items */
            items: components["schemas"]["StreamResponse"][];
            /** Kept Days */
            kept_days: number;
        };
        /**
         * StretchRequest
         * @description A stretch of a recording, in seconds, and which engine shall listen to it; the language is by default the one of
         *     the transcript.
         */
        StretchRequest: {
            /** End Time */
            end_time: number;
            /**
             * Engine
             * @default auto
             * @enum {string}
             */
            engine: "auto" | "openai-compatible" | "faster-whisper" | "pocketsphinx";
            /** Language */
            language?: string | null;
            /** Start Time */
            start_time: number;
        };
        /**
         * StretchResponse
         * @description A stretch in which somebody speaks and nothing was understood, in seconds of the recording.
         */
        StretchResponse: {
            /** End Time */
            end_time: number;
            /** Start Time */
            start_time: number;
            /**
             * Tries
             * @default []
             */
            tries: components["schemas"]["TryResponse"][];
        };
        /**
         * SuggestedTerm
         * @description A name or term that people wrote ``count`` times where the engine had ``heard`` something else.
         */
        SuggestedTerm: {
            /** Count */
            count: number;
            /** Heard */
            heard: string;
            /** Term */
            term: string;
        };
        /**
         * SuggestedTermsResponse
         * @description What could be taken into the vocabulary, the most frequent first.
         */
        SuggestedTermsResponse: {
            /** Items */
            items: components["schemas"]["SuggestedTerm"][];
        };
        /**
         * SummarizationResponse
         * @description A summary, also in plain words without the citations; a part is null when there is nothing in it.
         */
        SummarizationResponse: {
            /** Action Items */
            action_items: string[] | null;
            /** Complete */
            complete: boolean;
            /** Cost Micros */
            cost_micros: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Decisions */
            decisions: string[] | null;
            /** Id */
            id: string;
            /** Is Language Model */
            is_language_model: boolean;
            /** Key Points */
            key_points: string[] | null;
            /** Kind */
            kind: string;
            /** Model */
            model: string;
            /** Model Label */
            model_label: string;
            /** Named Entities */
            named_entities: string[] | null;
            /** Provider */
            provider: string;
            /** Question */
            question: string | null;
            /** Recording Id */
            recording_id: string;
            /** Sentences */
            sentences: components["schemas"]["SentenceResponse"][];
            /** Stale */
            stale: boolean;
            /** Summary */
            summary: string;
            /** Tokens In */
            tokens_in: number;
            /** Tokens Out */
            tokens_out: number;
            /** Topics */
            topics: string[] | null;
            /** Transcript Id */
            transcript_id: string;
            /** Version */
            version: number;
        };
        /**
         * SummaryListResponse
         * @description All versions of a transcript's summary, the newest first.
         */
        SummaryListResponse: {
            /** Items */
            items: components["schemas"]["SummarizationResponse"][];
            /** Total */
            total: number;
        };
        /**
         * TagAssignRequest
         * @description The tag to put on.
         */
        TagAssignRequest: {
            /** Tag Id */
            tag_id: string;
        };
        /**
         * TagCreateRequest
         * @description A new tag. Names have no commas, because lists of tags are separated by them.
         */
        TagCreateRequest: {
            /** Color */
            color?: string | null;
            /** Name */
            name: string;
        };
        /**
         * TagListResponse
         * @description All tags, by name.
         */
        TagListResponse: {
            /** Items */
            items: components["schemas"]["TagResponse"][];
        };
        /**
         * TagRef
         * @description A tag as lists show it.
         */
        TagRef: {
            /** Color */
            color: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * TagResponse
         * @description A tag.
         */
        TagResponse: {
            /** Color */
            color: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * TagUpdateRequest
         * @description Fields that are left out stay as they are; a null colour takes the colour away.
         */
        TagUpdateRequest: {
            /** Color */
            color?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * TeamAction
         * @description Something that can be done with a team.
         * @enum {string}
         */
        TeamAction: "see" | "rename" | "delete" | "manage_members" | "manage_owners" | "invite" | "manage_workspaces" | "manage_keys" | "manage_holds" | "manage_retention" | "see_private_workspaces";
        /**
         * TeamChoice
         * @description The team to work in from now on.
         */
        TeamChoice: {
            /** Team Id */
            team_id: string;
        };
        /**
         * TeamCreate
         * @description A new team. Whoever makes it owns it.
         */
        TeamCreate: {
            /** Name */
            name: string;
        };
        /**
         * TeamFigures
         * @description What a team keeps. ``team_id`` is null for what belongs to no team any more.
         */
        TeamFigures: {
            /** Bytes */
            bytes: number;
            /** Hours */
            hours: number;
            /** Name */
            name: string;
            /** Recordings */
            recordings: number;
            /** Team Id */
            team_id: string | null;
        };
        /**
         * TeamOfCaller
         * @description A team the caller is in, and as what.
         */
        TeamOfCaller: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
        };
        /**
         * TeamOfTest
         * @description A team the account would be in, and as what.
         */
        TeamOfTest: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
        };
        /**
         * TeamResponse
         * @description A team. ``role`` is the caller's, null for an administrator who is no member; ``allowed`` is what the caller may
         *     do with it; ``is_default`` says whether the caller works in it unless they choose another.
         */
        TeamResponse: {
            /** Allowed */
            allowed: components["schemas"]["TeamAction"][];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Member Count */
            member_count: number;
            /** Name */
            name: string;
            /** Role */
            role: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * TeamRole
         * @description What somebody is to a team.
         * @enum {string}
         */
        TeamRole: "owner" | "admin" | "member" | "viewer";
        /**
         * TeamUpdate
         * @description Another name.
         */
        TeamUpdate: {
            /** Name */
            name: string;
        };
        /**
         * TermsRequest
         * @description Names and terms to listen for.
         */
        TermsRequest: {
            /** Terms */
            terms: string[];
        };
        /**
         * TestRequest
         * @description Which event to try: its sample is sent. By default an event that says it is a test.
         */
        TestRequest: {
            /** Event */
            event?: string | null;
        };
        /**
         * TokenResponse
         * @description Signed in. Browsers use the cookies that came along; the tokens are for programs.
         */
        TokenResponse: {
            /** Access Token */
            access_token: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Recovery Codes */
            recovery_codes?: string[] | null;
            /**
             * Refresh Expires At
             * Format: date-time
             */
            refresh_expires_at: string;
            /** Refresh Token */
            refresh_token: string;
            /**
             * Token Type
             * @default bearer
             * @constant
             */
            token_type: "bearer";
        };
        /**
         * TranscribeResponse
         * @description The job that transcribes.
         */
        TranscribeResponse: {
            /** Job Id */
            job_id: string;
            /** Status */
            status: string;
        };
        /**
         * TranscriptionAttemptListResponse
         * @description A recording's attempts of which something was heard, the newest first.
         */
        TranscriptionAttemptListResponse: {
            /** Items */
            items: components["schemas"]["TranscriptionAttemptResponse"][];
        };
        /**
         * TranscriptionAttemptResponse
         * @description An attempt to transcribe a recording. A failed one has an ``error`` and no transcript.
         */
        TranscriptionAttemptResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Engine */
            engine: string | null;
            /** Error */
            error: string | null;
            /** Id */
            id: string;
            /** Job Id */
            job_id: string;
            /** Model Used */
            model_used: string | null;
            /** Transcript Id */
            transcript_id: string | null;
        };
        /**
         * TranscriptionConfigResponse
         * @description How this server transcribes. ``effective_engine`` is what ``engine`` leads to now, for the given ``reason``.
         *
         *     ``languages`` are all that have names here, ``supported_languages`` those that an engine here knows;
         *     ``detects_language`` says whether the engine in use finds out by itself which one is spoken.
         */
        TranscriptionConfigResponse: {
            /** Available Engines */
            available_engines: string[];
            /** Compute Type */
            compute_type: string;
            /** Detects Language */
            detects_language: boolean;
            /** Device */
            device: string;
            /** Effective Engine */
            effective_engine: string | null;
            /** Engine */
            engine: string;
            /** Engine Caveats */
            engine_caveats: string[];
            /** Engines */
            engines: components["schemas"]["EngineStatus"][];
            /** External Api Key Set */
            external_api_key_set: boolean;
            /** External Url */
            external_url: string | null;
            /** Is Enterprise */
            is_enterprise: boolean;
            /** Languages */
            languages: {
                [key: string]: string;
            };
            /** Mode */
            mode: string;
            /** Model */
            model: string;
            /** Reason */
            reason: string;
            /** Supported Languages */
            supported_languages: string[];
        };
        /**
         * TranscriptionInfo
         * @description Which engine would transcribe now, and why; null when none can.
         */
        TranscriptionInfo: {
            /** Engine */
            engine: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * TranscriptionOptions
         * @description How a recording is transcribed; what is left out is as the project, then the team, has it.
         *
         *     ``language`` is a code or a name, several with commas between them (each stretch is in one of those), ``each``
         *     (found anew in every stretch), or empty: found once. ``model`` is one of those on the server, or empty: the server
         *     chooses. ``vocabulary`` are names and terms to listen for. ``translate`` writes English whatever is spoken.
         *     ``num_speakers`` says how many people speak; 0: found out, whatever is usual. ``voice_detection`` false listens to
         *     everything, also where no voice was found. ``subtitles_only`` does without telling speakers apart.
         */
        TranscriptionOptions: {
            /** Language */
            language?: string | null;
            /** Model */
            model?: string | null;
            /** Num Speakers */
            num_speakers?: number | null;
            /** Subtitles Only */
            subtitles_only?: boolean | null;
            /** Translate */
            translate?: boolean | null;
            /** Vocabulary */
            vocabulary?: string[] | null;
            /** Voice Detection */
            voice_detection?: boolean | null;
        };
        /**
         * TranscriptionStats
         * @description Current transcripts.
         */
        TranscriptionStats: {
            /** Languages */
            languages: {
                [key: string]: number;
            };
            /** Total Segments */
            total_segments: number;
            /** Total Transcripts */
            total_transcripts: number;
            /** Total Words */
            total_words: number;
        };
        /**
         * TranscriptListResponse
         * @description A recording's transcripts, the newest first.
         */
        TranscriptListResponse: {
            /** Items */
            items: components["schemas"]["TranscriptSummary"][];
        };
        /**
         * TranscriptSummary
         * @description One of a recording's transcripts, without its text.
         */
        TranscriptSummary: {
            /** Confidence Avg */
            confidence_avg: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Engine */
            engine: string;
            /** Id */
            id: string;
            /** Is Current */
            is_current: boolean;
            /** Language */
            language: string | null;
            /** Model Used */
            model_used: string | null;
            /** Word Count */
            word_count: number;
        };
        /**
         * TranscriptWithSegmentsResponse
         * @description A whole transcript. ``not_understood`` are the stretches in which somebody speaks and there is no text; null
         *     where nobody listened for voices.
         *
         *     ``diarizer`` told its speakers apart (``engine``: the transcription service did); where that failed,
         *     ``diarization_note`` says why.
         */
        TranscriptWithSegmentsResponse: {
            /** Ai Summary */
            ai_summary: {
                [key: string]: unknown;
            } | null;
            /** Confidence Avg */
            confidence_avg: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Diarization Note */
            diarization_note: string | null;
            /** Diarizer */
            diarizer: string | null;
            /** Engine */
            engine: string;
            /** Engine Reason */
            engine_reason: string;
            /** Id */
            id: string;
            /** Language */
            language: string | null;
            /** Model Used */
            model_used: string | null;
            /** Not Understood */
            not_understood?: components["schemas"]["StretchResponse"][] | null;
            /** Recording Id */
            recording_id: string;
            /** Recording Title */
            recording_title: string;
            /** Revision */
            revision: number;
            /** Segments */
            segments: components["schemas"]["SegmentResponse"][];
            /** Speakers */
            speakers: components["schemas"]["SpeakerResponse"][];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Word Count */
            word_count: number;
        };
        /**
         * TransferRequest
         * @description Who becomes the owner; whoever hands over stays as an admin.
         */
        TransferRequest: {
            /** User Id */
            user_id: string;
        };
        /**
         * TryResponse
         * @description Another engine's attempt at a stretch; ``segments`` is how many it found, null unless it ended well; ``error`` is
         *     why it failed.
         */
        TryResponse: {
            /** Engine */
            engine: string;
            /** Error */
            error?: string | null;
            /** Job Id */
            job_id: string;
            /** Model Used */
            model_used: string | null;
            /** Segments */
            segments: number | null;
            state: components["schemas"]["TryState"];
        };
        /**
         * TryState
         * @description How another attempt at a stretch goes. ``waiting`` is also one that is being made: see its job.
         * @enum {string}
         */
        TryState: "waiting" | "done" | "failed" | "cancelled";
        /**
         * UniqueSpeaker
         * @description A name given to speakers, and in how many transcripts.
         */
        UniqueSpeaker: {
            /** Count */
            count: number;
            /** Name */
            name: string;
        };
        /**
         * UniqueSpeakerListResponse
         * @description All names given to speakers, the most frequent first.
         */
        UniqueSpeakerListResponse: {
            /** Items */
            items: components["schemas"]["UniqueSpeaker"][];
        };
        /**
         * UploadKindsResponse
         * @description The extensions of files that can be uploaded; ``accept`` is what a file field in a page takes.
         */
        UploadKindsResponse: {
            /** Accept */
            accept: string;
            /** Extensions */
            extensions: string[];
        };
        /**
         * UsageDay
         * @description One day (UTC); ``errors`` are requests answered with 400 or above.
         */
        UsageDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Errors */
            errors: number;
            /** Requests */
            requests: number;
        };
        /**
         * UserCreate
         * @description A new account, active at once. Without a password its owner needs a reset link, or signs in with a provider.
         */
        UserCreate: {
            /** Display Name */
            display_name?: string | null;
            /** Email */
            email: string;
            /** Password */
            password?: string | null;
            /** @default user */
            role: components["schemas"]["Role"];
            /** Username */
            username: string;
        };
        /**
         * UserInfo
         * @description Who is signed in. ``owner`` is whose rows they make now (null: their own, or nobody's): when it changes, whatever
         *     a page shows is somebody else's.
         */
        UserInfo: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Owner */
            owner: string | null;
        };
        /**
         * UserResponse
         * @description An account as administrators see it.
         */
        UserResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Display Name */
            display_name: string | null;
            /** Email */
            email: string;
            /** Has Second Factor */
            has_second_factor: boolean;
            /** Id */
            id: string;
            /** Is Active */
            is_active: boolean;
            /** Last Sign In At */
            last_sign_in_at: string | null;
            /** Role */
            role: string;
            status: components["schemas"]["UserStatus"];
            /** Teams */
            teams: components["schemas"]["UserTeam"][];
            /** Username */
            username: string;
        };
        /**
         * UserStatus
         * @description ``pending``: registered, not approved yet. ``deactivated``: may not sign in any more.
         * @enum {string}
         */
        UserStatus: "pending" | "active" | "deactivated";
        /**
         * UserTeam
         * @description A team somebody is in.
         */
        UserTeam: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Role */
            role: string;
        };
        /**
         * UserUpdate
         * @description Fields that are left out stay as they are. ``is_active`` approves, deactivates and reactivates.
         */
        UserUpdate: {
            /** Display Name */
            display_name?: string | null;
            /** Email */
            email?: string | null;
            /** Is Active */
            is_active?: boolean | null;
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * ChangeResponse
         * @description One change of a transcript. ``number`` is the revision after it; ``kind`` what was done, such as
         *     ``segment_edited``; ``segments`` how many it was about. ``undoes`` is the number of the change that it took back or
         *     made again, ``undone_by`` of the one that took it back.
         */
        verbatim__transcripts__history__schemas__ChangeResponse: {
            /** Author */
            author: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Kind */
            kind: string;
            /** Number */
            number: number;
            /** Reason */
            reason: string | null;
            /** Segments */
            segments: number;
            /** Undoes */
            undoes: number | null;
            /** Undone By */
            undone_by: number | null;
        };
        /**
         * UndoRequest
         * @description Take back your last change. With ``revision``, the one you saw, only if nothing has changed since.
         */
        verbatim__transcripts__history__schemas__UndoRequest: {
            /** Revision */
            revision?: number | null;
        };
        /**
         * ChangeResponse
         * @description The last change: of which settings, by whom. One of secrets cannot be taken back; ``why_not`` says so.
         */
        verbatim_enterprise__admin_settings__schemas__ChangeResponse: {
            /** Can Undo */
            can_undo: boolean;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Changed By */
            changed_by: string;
            /** Names */
            names: string[];
            /** Version */
            version: number;
            /** Why Not */
            why_not: string | null;
        };
        /**
         * UndoRequest
         * @description ``version`` is the one that the last change led to: another one by now is not taken back.
         */
        verbatim_enterprise__admin_settings__schemas__UndoRequest: {
            /** Version */
            version: number;
        };
        /**
         * VerifyResponse
         * @description How checking the log goes, or went. ``ok`` is null while ``state`` is running, or before the first time.
         */
        VerifyResponse: {
            /** Finished At */
            finished_at?: string | null;
            first?: components["schemas"]["ProblemResponse"] | null;
            /** Message */
            message?: string | null;
            /** Ok */
            ok?: boolean | null;
            /**
             * Problems
             * @default []
             */
            problems: components["schemas"]["ProblemResponse"][];
            /**
             * Public Key
             * @default
             */
            public_key: string;
            /**
             * Rows
             * @default 0
             */
            rows: number;
            /** Started At */
            started_at?: string | null;
            /** State */
            state: string;
            /**
             * Waiting
             * @default 0
             */
            waiting: number;
        };
        /**
         * VersionKind
         * @description Where a version comes from.
         * @enum {string}
         */
        VersionKind: "engine" | "named" | "current";
        /**
         * VersionListResponse
         * @description The versions of a transcript, the newest first, and its last changes. The engine's text is always among them.
         *
         *     ``can_undo`` and ``can_redo`` are the numbers of your changes that would be taken back, or taken back no more.
         */
        VersionListResponse: {
            /** Can Redo */
            can_redo: number | null;
            /** Can Undo */
            can_undo: number | null;
            /** Changes */
            changes: components["schemas"]["verbatim__transcripts__history__schemas__ChangeResponse"][];
            /** Items */
            items: components["schemas"]["VersionResponse"][];
            /** Revision */
            revision: number;
        };
        /**
         * VersionResponse
         * @description A version of a transcript: ``number`` is its revision, 0 what the engine heard.
         */
        VersionResponse: {
            /** Author */
            author: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            kind: components["schemas"]["VersionKind"];
            /** Name */
            name: string | null;
            /** Number */
            number: number;
            /** Reason */
            reason: string | null;
        };
        /**
         * VersionTextResponse
         * @description The text of a version.
         */
        VersionTextResponse: {
            /** Lines */
            lines: components["schemas"]["LineResponse"][];
            /** Number */
            number: number;
        };
        /**
         * VoiceProfileCreateRequest
         * @description Keep how a speaker sounds, under a name (left out: the one the speaker has).
         *
         *     ``consent_by`` is who agreed to that, usually the speaker; ``consent_at`` when (left out: now).
         */
        VoiceProfileCreateRequest: {
            /** Consent At */
            consent_at?: string | null;
            /** Consent By */
            consent_by: string;
            /** Name */
            name?: string | null;
            /** Speaker Id */
            speaker_id: string;
        };
        /**
         * VoiceProfileListResponse
         * @description All voice profiles by name; ``enabled`` says whether this server keeps any.
         */
        VoiceProfileListResponse: {
            /** Enabled */
            enabled: boolean;
            /** Items */
            items: components["schemas"]["VoiceProfileResponse"][];
        };
        /**
         * VoiceProfileResponse
         * @description Somebody whose voice is known. ``consent_by`` said yes at ``consent_at``; ``entered_by`` wrote that down.
         *
         *     ``seconds`` of speech were measured.
         */
        VoiceProfileResponse: {
            /**
             * Consent At
             * Format: date-time
             */
            consent_at: string;
            /** Consent By */
            consent_by: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Entered By */
            entered_by: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Seconds */
            seconds: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * VoiceProfileUpdateRequest
         * @description Another name.
         */
        VoiceProfileUpdateRequest: {
            /** Name */
            name: string;
        };
        /**
         * VoiceSuggestion
         * @description Who a speaker may be. ``confidence`` lies between 0 and 1. Nothing is changed until somebody agrees.
         */
        VoiceSuggestion: {
            /** Confidence */
            confidence: number;
            /** Name */
            name: string;
            /** Speaker Id */
            speaker_id: string;
            /** Voice Profile Id */
            voice_profile_id: string;
        };
        /**
         * VoiceSuggestionListResponse
         * @description Who the speakers of a transcript may be, at most one suggestion for each, the surest first.
         */
        VoiceSuggestionListResponse: {
            /** Items */
            items: components["schemas"]["VoiceSuggestion"][];
        };
        /**
         * WaveformResponse
         * @description Loudness over time: evenly spaced peaks between 0 and 1.
         */
        WaveformResponse: {
            /** Duration Seconds */
            duration_seconds: number;
            /** Peaks */
            peaks: number[];
        };
        /**
         * WebhookCreate
         * @description A new webhook. ``events`` are names of the catalogue, ``recording.*`` and the like, or ``*`` for everything.
         */
        WebhookCreate: {
            /**
             * Description
             * @default
             */
            description: string;
            /** Events */
            events: string[];
            /** Url */
            url: string;
        };
        /**
         * WebhookResponse
         * @description A webhook. ``health`` is what its last attempts were like: ok, failing, or unknown before the first one.
         *
         *     ``previous_secret_until`` is set while requests are signed with two secrets.
         */
        WebhookResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Description */
            description: string;
            /** Events */
            events: string[];
            /** Failing Since */
            failing_since: string | null;
            /**
             * Health
             * @enum {string}
             */
            health: "ok" | "failing" | "unknown";
            /** Id */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Last Failure At */
            last_failure_at: string | null;
            /** Last Success At */
            last_success_at: string | null;
            /** Previous Secret Until */
            previous_secret_until: string | null;
            /** Status */
            status: string;
            /**
             * Status Changed At
             * Format: date-time
             */
            status_changed_at: string;
            /** Status Reason */
            status_reason: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Url */
            url: string;
        };
        /**
         * WebhookUpdate
         * @description Fields that are left out stay as they are.
         */
        WebhookUpdate: {
            /** Description */
            description?: string | null;
            /** Events */
            events?: string[] | null;
            /** Url */
            url?: string | null;
        };
        /**
         * WebhookWithSecretResponse
         * @description A webhook with the secret that signs its requests, shown this once.
         */
        WebhookWithSecretResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string | null;
            /** Description */
            description: string;
            /** Events */
            events: string[];
            /** Failing Since */
            failing_since: string | null;
            /**
             * Health
             * @enum {string}
             */
            health: "ok" | "failing" | "unknown";
            /** Id */
            id: string;
            /** Last Error */
            last_error: string | null;
            /** Last Failure At */
            last_failure_at: string | null;
            /** Last Success At */
            last_success_at: string | null;
            /** Previous Secret Until */
            previous_secret_until: string | null;
            /** Secret */
            secret: string;
            /** Status */
            status: string;
            /**
             * Status Changed At
             * Format: date-time
             */
            status_changed_at: string;
            /** Status Reason */
            status_reason: string | null;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Url */
            url: string;
        };
        /**
         * WordResponse
         * @description One spoken word; ``confidence`` is between 0 and 1. ``estimated``: nobody heard when, somebody wrote it later.
         */
        WordResponse: {
            /** Confidence */
            confidence?: number | null;
            /** End */
            end: number;
            /** Estimated */
            estimated?: boolean;
            /** Start */
            start: number;
            /** Text */
            text: string;
        };
        /**
         * WorkspaceChoice
         * @description The workspace to work in from now on; null is the whole team.
         */
        WorkspaceChoice: {
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * WorkspaceCreate
         * @description A new workspace.
         */
        WorkspaceCreate: {
            /**
             * Is Private
             * @default false
             */
            is_private: boolean;
            /** Name */
            name: string;
        };
        /**
         * WorkspaceMemberAdd
         * @description A member of the team.
         */
        WorkspaceMemberAdd: {
            /** User Id */
            user_id: string;
        };
        /**
         * WorkspaceMembersResponse
         * @description Who sees a private workspace.
         */
        WorkspaceMembersResponse: {
            /** Items */
            items: components["schemas"]["MemberResponse"][];
            /** Total */
            total: number;
        };
        /**
         * WorkspaceResponse
         * @description A part of a team's content.
         */
        WorkspaceResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /** Is Default */
            is_default: boolean;
            /** Is Private */
            is_private: boolean;
            /** Name */
            name: string;
            /** Team Id */
            team_id: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * WorkspacesResponse
         * @description The workspaces of a team that the caller sees.
         */
        WorkspacesResponse: {
            /** Items */
            items: components["schemas"]["WorkspaceResponse"][];
            /** Total */
            total: number;
        };
        /**
         * WorkspaceUpdate
         * @description Fields that are left out stay as they are.
         */
        WorkspaceUpdate: {
            /** Is Default */
            is_default?: boolean | null;
            /** Is Private */
            is_private?: boolean | null;
            /** Name */
            name?: string | null;
        };
    };
    responses: {
        /** @description - `bad_request`: This is not a request that HTTP allows. */
        Error400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer.
         *     - `not_signed_in`: Sign in to continue.
         */
        Error401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `license_needed`: This server has no licence: only its longest-standing administrator can create and change things until one is uploaded.
         *     - `license_read_only`: The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one.
         */
        Error402: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `forbidden`: Your role does not allow this.
         *     - `foreign_origin`: This request came from another web site and was refused.
         */
        Error403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them. */
        Error404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `too_slow`: The request did not arrive in time; send it again. */
        Error408: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `conflict`: Somebody else was faster; reload and try again. */
        Error409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `invite_expired`: This invitation has expired; ask for a new one.
         *     - `invite_revoked`: This invitation has been withdrawn; ask whoever sent it.
         *     - `invite_used`: This invitation has been accepted already. If that was you, sign in.
         */
        Error410: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `too_large`: The request is larger than this server accepts. */
        Error413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `invalid_input`: The request cannot be understood.
         *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
         */
        Error422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `rate_limited`: Too many requests; wait a moment before the next. */
        Error429: {
            headers: {
                /** @description In how many seconds to try again, where that is known. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `head_too_large`: The head of the request (its address and header fields) is larger than this server accepts. */
        Error431: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `internal_error`: The language model gave no answer. */
        Error502: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `crowded`: The server has too many connections; try again in a moment.
         *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
         *     - `unavailable`: The server is busy; try again in a moment.
         */
        Error503: {
            headers: {
                /** @description In how many seconds to try again, where that is known. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `storage_full`: The server has no disk space left; nothing was saved. Ask its administrator to make room. */
        Error507: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
