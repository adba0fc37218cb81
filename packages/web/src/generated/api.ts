// Generated from openapi.json by `npm run generate`. Never edited by hand.

export interface paths {
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/admin/health/support-packet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download Support Packet
         * @description Download what somebody who helps has to know: versions, findings, settings, failed jobs. It holds no secrets.
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
                        "application/json": unknown;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/ai/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Preferences
         * @description Say whether new transcripts are summarised by themselves.
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
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Set Preferences
         * @description Choose whether new transcripts are summarised by themselves; it counts in your team's budgets.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `llm_model_unknown`: There is no such language model, or you may not use it.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/ai/prompts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Prompts
         * @description List your own prompts.
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
                        "application/json": components["schemas"]["PromptListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Prompt
         * @description Keep a question that is asked again and again.
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
                    "application/json": components["schemas"]["PromptCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PromptResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `too_many_prompts`: There are as many prompts as there can be; delete one that nobody uses.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `unknown_variable`: The request cannot be understood.
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
    "/api/ai/prompts/{ai_prompt_id}": {
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
         * Delete Prompt
         * @description Delete a prompt; answers to it stay.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ai_prompt_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `ai_prompt_not_found`: There is no such prompt.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Prompt
         * @description Change a prompt.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ai_prompt_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromptUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PromptResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `ai_prompt_not_found`: There is no such prompt.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `unknown_variable`: The request cannot be understood.
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
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                        "text/event-stream": {
                            data: string;
                            event?: string;
                        };
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                 * @description - `ai_prompt_not_found`: There is no such prompt.
                 *     - `llm_model_unknown`: There is no such language model, or you may not use it.
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
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `llm_needed`: Set up a language model first.
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
                /**
                 * @description - `llm_too_long`: This is too long for the model.
                 *     - `too_large`: The request is larger than this server accepts.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `llm_refused`: The model does not answer this.
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
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `llm_overloaded`: The model is at its limit; try again in a moment.
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
                504: components["responses"]["Error504"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                        "text/event-stream": {
                            data: string;
                            event?: string;
                        };
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                 * @description - `ai_prompt_not_found`: There is no such prompt.
                 *     - `llm_model_unknown`: There is no such language model, or you may not use it.
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
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `llm_needed`: Set up a language model first.
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
                /**
                 * @description - `llm_too_long`: This is too long for the model.
                 *     - `too_large`: The request is larger than this server accepts.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `llm_refused`: The model does not answer this.
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
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `llm_overloaded`: The model is at its limit; try again in a moment.
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
                504: components["responses"]["Error504"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                        "text/event-stream": {
                            data: string;
                            event?: string;
                        };
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                 * @description - `ai_prompt_not_found`: There is no such prompt.
                 *     - `llm_model_unknown`: There is no such language model, or you may not use it.
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
                /**
                 * @description - `conflict`: Somebody else was faster; reload and try again.
                 *     - `llm_needed`: Set up a language model first.
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
                /**
                 * @description - `llm_too_long`: This is too long for the model.
                 *     - `too_large`: The request is larger than this server accepts.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `llm_refused`: The model does not answer this.
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
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `llm_overloaded`: The model is at its limit; try again in a moment.
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
                504: components["responses"]["Error504"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/brand/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Logo
         * @description Send the installation's logo. Anybody may see it: it stands on the page on which people sign in.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Which one, as pages are told. */
                    v?: string;
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
                        "application/octet-stream": string;
                        "image/png": string;
                    };
                };
                400: components["responses"]["Error400"];
                /** @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer. */
                401: {
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
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `no_logo`: This installation has no logo of its own.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description List your own tasks that are under way or ended lately.
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
                        "application/json": components["schemas"]["BulkRunListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Start
         * @description Do the same to all recordings that match, in the background. Each is done with the rights that you have when its
         *     turn comes; those that refuse are left as they are and counted. What is deleted lies in the trash.
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
                    "application/json": components["schemas"]["BulkRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BulkRunResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
                 *     - `tag_not_found`: There is no such tag.
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
                 *     - `too_many_runs`: You have too many tasks under way. Wait until one of them has ended.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
                 *     - `language_not_supported`: The request cannot be understood.
                 *     - `model_unusable`: The request cannot be understood.
                 *     - `nothing_matches`: No recording matches any more. Look at the list again.
                 *     - `too_many_languages`: The request cannot be understood.
                 *     - `too_many_match`: Too many recordings match. Narrow the list first.
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
    "/api/bulk/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description Get one of your tasks, with how far it has come.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run_id: string;
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
                        "application/json": components["schemas"]["BulkRunResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `bulk_not_found`: There is no such task of yours.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/bulk/{run_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description Save the ZIP of an export. It is kept for a day.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run_id: string;
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
                        "application/zip": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                /**
                 * @description - `bulk_file_beyond_reach`: This file holds transcripts that you may no longer read. Export again what you still may.
                 *     - `forbidden`: Your role does not allow this.
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
                 * @description - `bulk_file_gone`: The file of this task is not there yet, or was removed, after a day or for newer ones. Export again.
                 *     - `bulk_not_found`: There is no such task of yours.
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
                416: components["responses"]["Error416"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/bulk/{run_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop
         * @description Stop a task. What it has done stays done.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run_id: string;
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
                        "application/json": components["schemas"]["BulkRunResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `bulk_not_found`: There is no such task of yours.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/bulk/{run_id}/undo": {
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
         * @description Bring back what a task has deleted, as a task of its own.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    run_id: string;
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
                        "application/json": components["schemas"]["BulkRunResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `bulk_not_found`: There is no such task of yours.
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
                 *     - `not_undoable`: This cannot be undone: only a deletion can, while the trash keeps what was deleted.
                 *     - `too_many_runs`: You have too many tasks under way. Wait until one of them has ended.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                421: components["responses"]["Error421"];
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
                421: components["responses"]["Error421"];
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
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Conversations
         * @description List your conversations, the last used first; with ``q`` those in which these words occur, as far as you may
         *     still read what they were made from.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    q?: string | null;
                    skip?: number;
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
                        "application/json": components["schemas"]["ConversationListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Conversation
         * @description Begin a conversation about some transcripts, a project, what a search finds, or everything that you may read.
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
                    "application/json": components["schemas"]["ConversationCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationDetailResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `project_not_found`: There is no such project.
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
                 *     - `nothing_to_read`: There is no transcript that this conversation is about, or none that you may read.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Conversation
         * @description Get a conversation with its messages.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversation_id: string;
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
                        "application/json": components["schemas"]["ConversationDetailResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `conversation_not_found`: There is no such conversation.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Conversation
         * @description Delete a conversation.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversation_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `conversation_not_found`: There is no such conversation.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Conversation
         * @description Give a conversation another title.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversation_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConversationUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationDetailResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `conversation_not_found`: There is no such conversation.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/conversations/{conversation_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Conversation
         * @description Save a conversation as a file: every question and answer, with the recordings and times that it rests on.
         */
        get: {
            parameters: {
                query?: {
                    format?: components["schemas"]["ConversationFormat"];
                };
                header?: never;
                path: {
                    conversation_id: string;
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
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "text/markdown; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `conversation_not_found`: There is no such conversation.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/conversations/{conversation_id}/messages": {
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
         * @description Ask a question; the answer is made from what you may read at this moment, and each of its sentences names the
         *     segments that it rests on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    conversation_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConversationMessageResponse"];
                        "text/event-stream": {
                            data: string;
                            event?: string;
                        };
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                 * @description - `conversation_not_found`: There is no such conversation.
                 *     - `llm_model_unknown`: There is no such language model, or you may not use it.
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
                 *     - `conversation_full`: This conversation has become too long; begin a new one.
                 *     - `llm_needed`: Set up a language model first.
                 *     - `nothing_to_read`: There is no transcript that this conversation is about, or none that you may read.
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
                 * @description - `llm_too_long`: This is too long for the model.
                 *     - `too_large`: The request is larger than this server accepts.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `llm_refused`: The model does not answer this.
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
                431: components["responses"]["Error431"];
                502: components["responses"]["Error502"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `llm_overloaded`: The model is at its limit; try again in a moment.
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
                504: components["responses"]["Error504"];
                507: components["responses"]["Error507"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description List documents, newest first unless asked otherwise.
         */
        get: {
            parameters: {
                query?: {
                    date_from?: string | null;
                    date_to?: string | null;
                    /** @description Only what you have starred. */
                    favourites?: boolean;
                    kind?: string | null;
                    mime_type?: string | null;
                    page?: number;
                    page_size?: number;
                    project_id?: string | null;
                    search?: string | null;
                    sort_by?: "created_at" | "title" | "file_size";
                    sort_order?: "asc" | "desc";
                    status?: ("queued" | "processing" | "completed" | "failed") | null;
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
                        "application/json": components["schemas"]["ListResponse_DocumentResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Upload Document
         * @description Upload a document. Its text is read in the background and can then be searched.
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
                        /** @description Taken and ignored: pages that are pictures are always read where they can be. */
                        enable_ocr?: string;
                        /** Format: binary */
                        file: string;
                        project_id?: string;
                        /** @description Names, comma-separated; new ones are made. */
                        tags?: string;
                        title?: string;
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
                        "application/json": components["schemas"]["DocumentCreateResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `bad_tag`: The request cannot be understood.
                 *     - `document_damaged`: The request cannot be understood.
                 *     - `document_encrypted`: The request cannot be understood.
                 *     - `document_forbidden_content`: The request cannot be understood.
                 *     - `document_too_complex`: The request cannot be understood.
                 *     - `document_unsupported`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
                 *     - `malformed_form`: The upload is not a well-formed form; send it as multipart/form-data.
                 *     - `missing_file`: The form has no file in it; send one as the field "file".
                 *     - `upload_cut_off`: The upload ended in the middle; nothing was kept. Send it again.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 *     - `wrong_password`: The request cannot be understood.
                 */
                422: {
                    headers: {
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
    "/api/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description Get one document, with the text that was read of it when ``include_content`` is true.
         */
        get: {
            parameters: {
                query?: {
                    include_content?: boolean;
                };
                header?: never;
                path: {
                    document_id: string;
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
                        "application/json": components["schemas"]["DocumentResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete
         * @description Delete a document. It lies in the trash for as long as the server is set to, and can be restored from there.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update
         * @description Change a document's title or metadata, or put it into a project.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DocumentUpdateRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
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
                421: components["responses"]["Error421"];
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
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/documents/{document_id}/cancel": {
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
         * @description Stop reading a document.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/{document_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Content
         * @description Get a document's file; byte ranges are supported. It is sent so that a browser never runs it: to be saved, or,
         *     ``inline`` and of a kind that the viewer reads, as a file that may do nothing. Where its storage allows it, one to
         *     be saved comes by a link that is good for a minute, unless ``link=false``. ``format`` asks for its text instead.
         */
        get: {
            parameters: {
                query?: {
                    format?: "file" | "text" | "markdown";
                    inline?: boolean;
                    link?: boolean;
                };
                header?: never;
                path: {
                    document_id: string;
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
                        "application/pdf": string;
                        "text/plain": string;
                    };
                };
                /** @description The part of the file that `Range` asks for. */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                        "application/pdf": string;
                        "text/plain": string;
                    };
                };
                /** @description A link, good for a minute, to the file in a storage that allows that. */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `file_missing`: The file of this document is missing from the storage.
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
                416: components["responses"]["Error416"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/{document_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description Get a document's file, as ``content`` does.
         */
        get: {
            parameters: {
                query?: {
                    inline?: boolean;
                    link?: boolean;
                };
                header?: never;
                path: {
                    document_id: string;
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
                        "application/pdf": string;
                        "text/plain": string;
                    };
                };
                /** @description The part of the file that `Range` asks for. */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                        "application/pdf": string;
                        "text/plain": string;
                    };
                };
                /** @description A link, good for a minute, to the file in a storage that allows that. */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `file_missing`: The file of this document is missing from the storage.
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
                416: components["responses"]["Error416"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/{document_id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process
         * @description Read a document's text again: in the background, or at once with the password that opens it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ProcessRequest"] | null;
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DocumentResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `file_missing`: The file of this document is missing from the storage.
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
                 * @description - `busy`: This document is being read at this moment; wait until that has ended.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `document_damaged`: The request cannot be understood.
                 *     - `document_encrypted`: The request cannot be understood.
                 *     - `document_forbidden_content`: The request cannot be understood.
                 *     - `document_too_complex`: The request cannot be understood.
                 *     - `document_unsupported`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
                 *     - `wrong_password`: The request cannot be understood.
                 */
                422: {
                    headers: {
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
    "/api/documents/{document_id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Properties
         * @description Get what is known about a document's file.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                        "application/json": components["schemas"]["DocumentPropertiesResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `file_missing`: The file of this document is missing from the storage.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/{document_id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Text
         * @description Get the text that was read of a document, in pieces that know where they stand.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    offset?: number;
                    /** @description Only what stands on this page. */
                    page?: number | null;
                };
                header?: never;
                path: {
                    document_id: string;
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
                        "application/json": components["schemas"]["TextResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/bulk-assign": {
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
         * @description Put several documents into a project, or take them out of every project.
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
                    "application/json": components["schemas"]["DocumentAssignRequest"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/bulk-delete": {
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
         * @description Delete several documents. They lie in the trash for as long as the server is set to, and can be restored.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kinds
         * @description Tell which kinds of document can be read, for the dialog in which people choose them.
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
                        "application/json": components["schemas"]["DocumentKindsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/documents/move": {
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
         * @description Move documents to another workspace; they leave their projects, which stay behind.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                        "text/event-stream": {
                            data: string;
                            event?: string;
                        };
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                /** @description - `too_many_streams`: You have too many pages open that follow what changes; close some. */
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
    "/api/favourites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Favourites
         * @description List what you have starred and may still read, the last starred first.
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
                        "application/json": components["schemas"]["FavouriteListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/favourites/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Star Document
         * @description Star a document. Only you see your stars.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                 *     - `too_many_favourites`: You have starred as much as can be starred. Take a star back from something that you no longer need at hand.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        post?: never;
        /**
         * Unstar Document
         * @description Take your star back from a document.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/favourites/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Star Project
         * @description Star a project. Only you see your stars.
         */
        put: {
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
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                 *     - `too_many_favourites`: You have starred as much as can be starred. Take a star back from something that you no longer need at hand.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        post?: never;
        /**
         * Unstar Project
         * @description Take your star back from a project.
         */
        delete: {
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
                        "application/json": components["schemas"]["MessageResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/favourites/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Star Recording
         * @description Star a recording. Only you see your stars.
         */
        put: {
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
                 *     - `too_many_favourites`: You have starred as much as can be starred. Take a star back from something that you no longer need at hand.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
        /**
         * Unstar Recording
         * @description Take your star back from a recording.
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                /** @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer. */
                401: {
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
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                /** @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer. */
                401: {
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
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Notes
         * @description List notes, the newest first: those on one thing, or all that the caller sees.
         */
        get: {
            parameters: {
                query?: {
                    document_id?: string | null;
                    page?: number;
                    page_size?: number;
                    project_id?: string | null;
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
                        "application/json": components["schemas"]["NoteListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create Note
         * @description Write a note on a recording, a document or a project.
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
                    "application/json": components["schemas"]["NoteCreate"];
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `not_found`: There is nothing here, or it is not yours to see.
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `bad_anchor`: The request cannot be understood.
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
    "/api/notes/{note_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Note
         * @description Get one note.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    note_id: string;
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
                        "application/json": components["schemas"]["NoteResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `note_not_found`: There is no such note.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Note
         * @description Delete a note.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    note_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `note_not_found`: There is no such note.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Note
         * @description Change a note. With the ``revision`` that was read, it is refused when somebody was faster.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    note_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NoteUpdate"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["NoteResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `note_not_found`: There is no such note.
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
                 *     - `note_changed`: Somebody has changed this note since you read it; load it again and decide what stays.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `bad_anchor`: The request cannot be understood.
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
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
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
                /** @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer. */
                401: {
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
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                    /** @description Only what you have starred. */
                    favourites?: boolean;
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete Project
         * @description Delete a project. Its recordings and documents stay unless ``delete_files``: then they go to the trash.
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/projects/{project_id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Project Documents
         * @description List a project's documents, the newest first.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
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
                        "application/json": components["schemas"]["ListResponse_DocumentResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/projects/{project_id}/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add Document
         * @description Put a document into a project.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        /**
         * Remove Document
         * @description Take a document out of a project; the document itself stays.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                    /** @description Only what you have starred. */
                    favourites?: boolean;
                    language?: string | null;
                    max_seconds?: number | null;
                    min_seconds?: number | null;
                    page?: number;
                    page_size?: number;
                    project_id?: string | null;
                    search?: string | null;
                    sort_by?: "created_at" | "title" | "duration_seconds" | "file_size";
                    sort_order?: "asc" | "desc";
                    /** @description Somebody who speaks. */
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Delete
         * @description Delete a recording. It lies in the trash for as long as the server is set to, and can be restored from there.
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
         * @description Play or download a recording; byte ranges are supported. Where its storage allows it, the answer leads to a link
         *     that is good for a minute; with ``link=false`` the file itself is sent.
         *
         *     A kind that not every browser plays, or that holds several tracks, is played from a copy of its sound as soon as
         *     there is one. ``original`` plays the file as it was uploaded, with its picture if it has one; ``download`` saves it.
         */
        get: {
            parameters: {
                query?: {
                    download?: boolean;
                    link?: boolean;
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
                /** @description A link, good for a minute, to the file in a storage that allows that. */
                302: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                416: components["responses"]["Error416"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
         * @description Delete several recordings. They lie in the trash for as long as the server is set to, and can be restored.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `bad_metadata`: The request cannot be understood.
                 *     - `bad_options`: The request cannot be understood.
                 *     - `bad_tag`: The request cannot be understood.
                 *     - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/search/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents
         * @description Find what stands in documents, best first; in one document, in reading order.
         */
        get: {
            parameters: {
                query: {
                    document_id?: string | null;
                    page?: number;
                    page_size?: number;
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
                        "application/json": components["schemas"]["DocumentSearchResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
         * @description Find recordings, what was said, documents and notes: titles first, then text, the best of each kind first.
         */
        get: {
            parameters: {
                query: {
                    date_from?: string | null;
                    date_to?: string | null;
                    /** @description Comma-separated: recording, segment, document, note. */
                    kinds?: string | null;
                    limit?: number;
                    page?: number;
                    project_id?: string | null;
                    /** @description Words to find; all must occur. "Quoted words" must follow each other. */
                    q: string;
                    speaker?: string | null;
                    /** @description Where nothing is found, look for what may have been meant. */
                    suggest?: boolean;
                    tag_id?: string | null;
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
                        "application/json": components["schemas"]["GlobalSearchResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `bad_kind`: The request cannot be understood.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        trace?: never;
    };
    "/api/tags/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Document Tags
         * @description List the tags on a document.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Put Tag
         * @description Put a tag on a document.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/tags/documents/{document_id}/{tag_id}": {
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
         * @description Take a tag off a document.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    document_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `document_not_found`: There is no such document.
                 *     - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
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
    "/api/transcripts/{transcript_id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Corrections
         * @description List what people had corrected in the transcript before this one: what was carried over, and what waits for
         *     somebody to decide because its place is not certain.
         */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    page_size?: number;
                    /** @description Only those that wait for a decision; with false only the others. */
                    waiting?: boolean | null;
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
                        "application/json": components["schemas"]["CarriedCorrectionListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/transcripts/{transcript_id}/corrections/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Corrections
         * @description Take corrections of the earlier transcript over by hand, or keep what the engine wrote now.
         *
         *     What is taken is a change that can be taken back; then the correction is open again. What stands in the text already
         *     is decided otherwise only after that.
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
                    "application/json": components["schemas"]["DecideCorrectionsRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecidedCorrectionsResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `correction_not_found`: This transcript has no such correction of an earlier one.
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
                 *     - `correction_decided`: One of these corrections stands in the text already. Take that change back with undo, then decide again.
                 *     - `nobody_speaks`: Nobody speaks at the time of one of these corrections, so there is nothing to give. Keep what is new there.
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
                421: components["responses"]["Error421"];
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
                        "application/pdf": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "application/x-subrip; charset=utf-8": string;
                        "text/markdown; charset=utf-8": string;
                        "text/plain; charset=utf-8": string;
                        "text/vtt; charset=utf-8": string;
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/transcripts/{transcript_id}/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find
         * @description Show where a text stands in a transcript, and what replacing it would make of that. Nothing is changed.
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
                    "application/json": components["schemas"]["FindRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FindResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/transcripts/{transcript_id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Presence
         * @description Tell the others who have this transcript open that you are there, and which segment you are writing in.
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
                    "application/json": components["schemas"]["PresenceRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PresenceResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                    "application/json": components["schemas"]["TranscriptUndoRequest"] | null;
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/transcripts/{transcript_id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace
         * @description Replace a text wherever it stands in a transcript. It is one change, which undo takes back as a whole.
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
                    "application/json": components["schemas"]["ReplaceRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplacedResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        head?: never;
        /**
         * Update Segment
         * @description Correct a segment. With an outdated ``version`` the answer is 409 with the segment as it is now, unless it is
         *     what you want already: a change whose answer was lost can be sent again.
         */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    /** @description The account that wrote the change: it is refused when another one sends it. */
                    "written-by"?: string | null;
                };
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
                 * @description - `another_author`: Somebody else has signed in meanwhile. Sign in as whoever wrote this change, and it is sent again.
                 *     - `conflict`: Somebody else was faster; reload and try again.
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
                421: components["responses"]["Error421"];
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
                421: components["responses"]["Error421"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
                421: components["responses"]["Error421"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `bad_stretch`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                    "application/json": components["schemas"]["TranscriptUndoRequest"] | null;
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description List what the caller may bring back, the last deleted first: what they deleted, and for those who run the team
         *     what anybody did.
         */
        get: {
            parameters: {
                query?: {
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
                        "application/json": components["schemas"]["ListResponse_TrashedItemResponse_"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * Empty
         * @description Empty the caller's trash, up to 500 things at once. What is under legal hold stays.
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
                        "application/json": components["schemas"]["TrashOutcome"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `not_in_trash`: There is no such thing in the trash. It was restored, or is gone for ever.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/trash/purge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Purge
         * @description Delete things for ever, with their files. What is under legal hold stays.
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
                    "application/json": components["schemas"]["TrashedIdsRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrashOutcome"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `not_in_trash`: There is no such thing in the trash. It was restored, or is gone for ever.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/trash/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Bring things back to where they were, with their transcripts, tags and projects.
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
                    "application/json": components["schemas"]["TrashedIdsRequest"];
                };
            };
            responses: {
                /** @description Successful Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TrashOutcome"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `not_in_trash`: There is no such thing in the trash. It was restored, or is gone for ever.
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List
         * @description List your uploads that were broken off or are on their way, the latest first.
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
                        "application/json": components["schemas"]["UploadListResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `malformed_upload`: The headers of the upload cannot be understood.
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
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        /**
         * Create
         * @description Begin an upload that can be broken off and gone on with (tus 1.0). Its address is in `Location`.
         *
         *     `Upload-Metadata` holds `filename`, `kind` (`recording` unless it says `document`), the fields of the ordinary
         *     upload, and `sha256`, the digest of the whole file in hexadecimal digits, by which it is checked in the end.
         */
        post: {
            parameters: {
                query?: never;
                header: {
                    /** @example 1.0.0 */
                    "Tus-Resumable": string;
                    "Upload-Checksum"?: string;
                    /** @example 2147483648 */
                    "Upload-Length": string;
                    /** @example filename aW50ZXJ2aWV3Lm1wNA==,kind cmVjb3JkaW5n */
                    "Upload-Metadata"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/offset+octet-stream": string;
                };
            };
            responses: {
                /** @description Successful Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `upload_not_found`: There is no such upload of yours; it may have expired. Begin it again.
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
                 *     - `upload_finished`: This upload has been finished; nothing can be added to it.
                 *     - `wrong_offset`: The upload is at another place; ask for its offset and go on from there.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                412: components["responses"]["Error412"];
                /**
                 * @description - `too_large`: The request is larger than this server accepts.
                 *     - `upload_too_large`: The file is larger than this server accepts.
                 *     - `upload_too_large`: There is more than Upload-Length said.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `malformed_upload`: The headers of the upload cannot be understood.
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
                423: components["responses"]["Error423"];
                /** @description - `too_many_uploads`: You have too many unfinished uploads; finish some of them, or cancel them. */
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
                460: components["responses"]["Error460"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 *     - `upload_elsewhere`: The first part of this upload lies on another server; try again, or begin it again.
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
        /**
         * Capabilities
         * @description Tell what of tus this server knows, and how large a file may be.
         */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get
         * @description Get one upload: how far it is, and what was made of it.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    upload_id: string;
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
                        "application/json": components["schemas"]["UploadResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `upload_not_found`: There is no such upload of yours; it may have expired. Begin it again.
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
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `malformed_upload`: The headers of the upload cannot be understood.
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
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        put?: never;
        post?: never;
        /**
         * End
         * @description Give an upload up; what has arrived of it is deleted. What was made of a finished one stays.
         */
        delete: {
            parameters: {
                query?: never;
                header: {
                    /** @example 1.0.0 */
                    "Tus-Resumable": string;
                };
                path: {
                    upload_id: string;
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `upload_not_found`: There is no such upload of yours; it may have expired. Begin it again.
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
                412: components["responses"]["Error412"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                503: components["responses"]["Error503"];
                507: components["responses"]["Error507"];
            };
        };
        options?: never;
        /**
         * Look
         * @description Tell how far an upload is: `Upload-Offset`.
         */
        head: {
            parameters: {
                query?: never;
                header: {
                    /** @example 1.0.0 */
                    "Tus-Resumable": string;
                };
                path: {
                    upload_id: string;
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
                    content?: never;
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `upload_not_found`: There is no such upload of yours; it may have expired. Begin it again.
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
                412: components["responses"]["Error412"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
                431: components["responses"]["Error431"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 *     - `upload_elsewhere`: The first part of this upload lies on another server; try again, or begin it again.
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
         * Send
         * @description Send the next piece of an upload, as long as you like. With the last one the recording, or what else it is, is
         *     made: its id is in `Upload-Result`.
         */
        patch: {
            parameters: {
                query?: never;
                header: {
                    /** @example 1.0.0 */
                    "Tus-Resumable": string;
                    /** @example sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU= */
                    "Upload-Checksum"?: string;
                    /** @example 1048576 */
                    "Upload-Offset": string;
                };
                path: {
                    upload_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/offset+octet-stream": string;
                };
            };
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `upload_not_found`: There is no such upload of yours; it may have expired. Begin it again.
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
                 *     - `upload_finished`: This upload has been finished; nothing can be added to it.
                 *     - `wrong_offset`: The upload is at another place; ask for its offset and go on from there.
                 */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                412: components["responses"]["Error412"];
                /**
                 * @description - `too_large`: The request is larger than this server accepts.
                 *     - `upload_too_large`: There is more than Upload-Length said.
                 */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                /** @description - `wrong_media_type`: Send the bytes as Content-Type: application/offset+octet-stream. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorAnswer"];
                    };
                };
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `malformed_upload`: The headers of the upload cannot be understood.
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
                423: components["responses"]["Error423"];
                431: components["responses"]["Error431"];
                460: components["responses"]["Error460"];
                /**
                 * @description - `crowded`: The server has too many connections; try again in a moment.
                 *     - `storage_failed`: The server cannot reach its stored files; its administrator finds the cause in the log.
                 *     - `unavailable`: The server is busy; try again in a moment.
                 *     - `upload_elsewhere`: The first part of this upload lies on another server; try again, or begin it again.
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
    "/api/uploads/twins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Twins
         * @description Tell whether a file with this SHA-256 is here already, before it is sent.
         */
        get: {
            parameters: {
                query: {
                    kind?: string;
                    sha256: string;
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
                        "application/json": components["schemas"]["TwinResponse"];
                    };
                };
                400: components["responses"]["Error400"];
                401: components["responses"]["Error401"];
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                /**
                 * @description - `invalid_input`: The request cannot be understood.
                 *     - `malformed_upload`: The headers of the upload cannot be understood.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                /** @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer. */
                401: {
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
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
                /** @description - `metrics_token`: Figures need the token of VERBATIM_METRICS_TOKEN, as Authorization: Bearer. */
                401: {
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
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mcp
         * @description Speak the Model Context Protocol (JSON-RPC): tools that read with exactly the caller's rights.
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
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description A notification was taken. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /**
                 * @description - `bad_mcp_request`: This is no request of the Model Context Protocol: send JSON-RPC as application/json.
                 *     - `bad_request`: This is not a request that HTTP allows.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                409: components["responses"]["Error409"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
                422: components["responses"]["Error422"];
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
    "/v1/audio/transcriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transcriptions
         * @description Transcribe a file and give the text, as OpenAI does. Nothing is kept of it.
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
                        /**
                         * @description Checked, and of no effect.
                         * @enum {string}
                         */
                        chunking_strategy?: "auto";
                        /** Format: binary */
                        file: string;
                        language?: string;
                        /** @description One of GET /v1/models; whisper-1 means the best that is here. */
                        model: string;
                        /** @description Names and terms to listen for, with commas between them. */
                        prompt?: string;
                        /**
                         * @default json
                         * @enum {string}
                         */
                        response_format?: "json" | "text" | "srt" | "vtt" | "verbose_json" | "diarized_json";
                        /**
                         * @default false
                         * @enum {string}
                         */
                        stream?: "true" | "false";
                        /** @description Checked, and of no effect. */
                        temperature?: number;
                        /** @enum {string} */
                        "timestamp_granularities[]"?: "segment" | "word";
                    };
                };
            };
            responses: {
                /** @description The file. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                        "text/event-stream": {
                            data: string;
                            event?: string;
                        };
                        "text/plain": string;
                        "text/vtt": string;
                    };
                };
                /**
                 * @description - `bad_request`: This is not a request that HTTP allows.
                 *     - `bad_metadata`: The request cannot be understood.
                 *     - `bad_tag`: The request cannot be understood.
                 *     - `damaged_media`: The request cannot be understood.
                 *     - `empty_file`: The request cannot be understood.
                 *     - `engine_failed`: The request cannot be understood.
                 *     - `engine_unavailable`: The request cannot be understood.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `invalid_value`: A field of the form cannot be used.
                 *     - `job_payload`: This cannot be done later; say it in fewer words.
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
                 *     - `model_not_found`: There is no such model on this server; GET /v1/models lists them.
                 *     - `project_not_found`: There is no such project.
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
                421: components["responses"]["Error421"];
                431: components["responses"]["Error431"];
                /** @description - `transcription_failed`: The recording could not be transcribed. */
                500: {
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
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Models
         * @description List the models for speech on this server; whisper-1 is the best of them.
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
                        "application/json": components["schemas"]["OpenAIModelList"];
                    };
                };
                /**
                 * @description - `bad_request`: This is not a request that HTTP allows.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
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
                403: components["responses"]["Error403"];
                404: components["responses"]["Error404"];
                408: components["responses"]["Error408"];
                413: components["responses"]["Error413"];
                421: components["responses"]["Error421"];
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
    "/v1/models/{model_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Model
         * @description Get one model for speech.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    model_name: string;
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
                        "application/json": components["schemas"]["OpenAIModel"];
                    };
                };
                /**
                 * @description - `bad_request`: This is not a request that HTTP allows.
                 *     - `invalid_input`: The request cannot be understood.
                 *     - `validation_error`: Something is missing, unknown or not as it should be; detail lists it.
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
                403: components["responses"]["Error403"];
                /**
                 * @description - `metrics_off`: Figures are not given here; whoever runs the server sets VERBATIM_METRICS_TOKEN to have them.
                 *     - `model_not_found`: There is no such model on this server; GET /v1/models lists them.
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
                421: components["responses"]["Error421"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Action
         * @description What is done to each.
         * @enum {string}
         */
        Action: "delete" | "tag" | "untag" | "assign" | "move" | "transcribe" | "export";
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
         * @description A question about one transcript, or one of your own prompts by its id.
         * @example {
         *       "question": "Who takes care of the fence, and until when?",
         *       "stream": true
         *     }
         */
        AskRequest: {
            /** Model */
            model?: string | null;
            /** Prompt Id */
            prompt_id?: string | null;
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
         * @description Give segments to a speaker, by name; the speaker is made if the transcript has none of that name. Null takes
         *     the speaker away: nobody knows who says this.
         *
         *     Of the ways to say which segments, each that is given narrows the choice: ``segment_ids``; ``from_segment_id`` to
         *     ``to_segment_id`` (without an end: from there on); ``of_speaker_id``, those of one speaker only. ``versions`` are
         *     those of segments as you saw them: if one has changed since, nothing is done.
         * @example {
         *       "segment_ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ],
         *       "speaker": "Ada"
         *     }
         */
        AssignSpeakerRequest: {
            /** From Segment Id */
            from_segment_id?: string | null;
            /** Of Speaker Id */
            of_speaker_id?: string | null;
            /** Segment Ids */
            segment_ids?: string[] | null;
            /** Speaker */
            speaker: string | null;
            /** To Segment Id */
            to_segment_id?: string | null;
            /** Versions */
            versions?: {
                [key: string]: number;
            };
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
         * AutomaticState
         * @description A summary that is to be made by itself: it is ``waiting``, or ``failed`` with the reason in ``detail``.
         */
        AutomaticState: {
            /** Detail */
            detail: string | null;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "failed";
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * BulkAssignRequest
         * @description Put recordings into a project; null takes them out of every project.
         * @example {
         *       "ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ],
         *       "project_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *     }
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
         * @example {
         *       "segment_ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ]
         *     }
         */
        BulkDeleteRequest: {
            /** Segment Ids */
            segment_ids: string[];
        };
        /**
         * BulkIdsRequest
         * @description Several recordings at once.
         * @example {
         *       "ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
         *         "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *       ]
         *     }
         */
        BulkIdsRequest: {
            /** Ids */
            ids: string[];
        };
        /**
         * BulkRequest
         * @description Do something to all recordings that match ``wanted``, or with ``ids`` to those of them that are named.
         *
         *     ``tag_id``, ``workspace_id`` and ``project_id`` say which; ``options`` are those of a transcription, ``format`` and
         *     the two after it those of the files of an export.
         * @example {
         *       "action": "tag",
         *       "tag_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512",
         *       "wanted": {
         *         "search": "board"
         *       }
         *     }
         */
        BulkRequest: {
            action: components["schemas"]["Action"];
            /** @default txt */
            format: components["schemas"]["ExportFormat"];
            /** Ids */
            ids?: string[] | null;
            /**
             * Include Speakers
             * @default true
             */
            include_speakers: boolean;
            /**
             * Include Timestamps
             * @default true
             */
            include_timestamps: boolean;
            options?: components["schemas"]["TranscriptionOptions"] | null;
            /** Project Id */
            project_id?: string | null;
            /** Tag Id */
            tag_id?: string | null;
            wanted?: components["schemas"]["WantedRecordings"];
            /** Workspace Id */
            workspace_id?: string | null;
        };
        /**
         * BulkRunListResponse
         * @description One's own tasks of the last day, the newest first.
         */
        BulkRunListResponse: {
            /** Items */
            items: components["schemas"]["BulkRunResponse"][];
        };
        /**
         * BulkRunResponse
         * @description A task, and how far it has come: of ``total`` recordings ``done`` are done. ``left`` are those that stay as they
         *     are, by the reason. ``reason`` says why it stopped or failed as a whole.
         *
         *     ``undoable``: it was a deletion, and what it deleted lies in the trash. ``has_file``: its file can be fetched, for a
         *     day after it ended.
         */
        BulkRunResponse: {
            /** Action */
            action: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Done */
            done: number;
            /** Ended At */
            ended_at: string | null;
            /** Has File */
            has_file: boolean;
            /** Id */
            id: string;
            /** Left */
            left: components["schemas"]["LeftResponse"][];
            /** Reason */
            reason: string | null;
            state: components["schemas"]["RunState"];
            /** Total */
            total: number;
            /** Undoable */
            undoable: boolean;
            /** Undoes */
            undoes: string | null;
        };
        /**
         * CarriedCorrectionListResponse
         * @description A page of what people had corrected before a recording was transcribed again, in order of time.
         *     ``from_transcript_id`` is the earlier transcript, which stays as it is.
         */
        CarriedCorrectionListResponse: {
            /** Carried */
            carried: number;
            /** From Transcript Id */
            from_transcript_id: string | null;
            /** Items */
            items: components["schemas"]["CarriedCorrectionResponse"][];
            /** Open */
            open: number;
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Revision */
            revision: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /**
         * CarriedCorrectionResponse
         * @description A correction that somebody made in an earlier transcript of the recording. ``heard`` is what the engine had
         *     written, ``text`` what somebody made of it (for ``speaker`` who speaks), ``before`` and ``after`` what stood beside
         *     it; times are seconds of the recording. ``there`` is what the transcript says at that time now, in the segment
         *     ``segment_id``; null once it is decided, and where nothing is said.
         *
         *     ``state`` is ``carried`` where its place was certain, ``open`` while somebody has to decide, then ``mine`` or
         *     ``new``.
         */
        CarriedCorrectionResponse: {
            /** After */
            after: string;
            /** Author */
            author: string | null;
            /** Before */
            before: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string | null;
            /** End Time */
            end_time: number;
            /** Heard */
            heard: string;
            /** Id */
            id: string;
            kind: components["schemas"]["Kind"];
            /** Segment Id */
            segment_id: string | null;
            /** Start Time */
            start_time: number;
            state: components["schemas"]["State"];
            /** Text */
            text: string;
            /** There */
            there: string | null;
        };
        /**
         * CarriedDecision
         * @description What shall stand in the transcript: what somebody had written, or what the engine wrote now.
         * @enum {string}
         */
        CarriedDecision: "mine" | "new";
        /**
         * ChatCitation
         * @description A segment that a sentence rests on, and which recording it is of.
         */
        ChatCitation: {
            /** End Time */
            end_time: number;
            /** Quote */
            quote: string | null;
            /** Recording Id */
            recording_id: string;
            /** Recording Title */
            recording_title: string;
            /** Segment Id */
            segment_id: string;
            /** Start Time */
            start_time: number;
            /** Transcript Id */
            transcript_id: string;
            /** Verified */
            verified: boolean;
        };
        /**
         * ChatSentence
         * @description One sentence. ``verified``: it names what it rests on, and whatever it quotes is said there; show others as not
         *     checked.
         */
        ChatSentence: {
            /** Citations */
            citations: components["schemas"]["ChatCitation"][];
            /** Text */
            text: string;
            /** Verified */
            verified: boolean;
        };
        /**
         * CheckRequest
         * @description Say that the text of segments is right, or take that back.
         * @example {
         *       "checked": true,
         *       "segment_ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ]
         *     }
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
         * ConversationCreate
         * @description What to talk about: some transcripts, those of some recordings, a project, or what a search finds, in one of
         *     these ways; else everything that you may read.
         * @example {
         *       "query": "garden fence"
         *     }
         */
        ConversationCreate: {
            /** Project Id */
            project_id?: string | null;
            /** Query */
            query?: string | null;
            /** Recording Ids */
            recording_ids?: string[];
            /** Title */
            title?: string | null;
            /** Transcript Ids */
            transcript_ids?: string[];
        };
        /**
         * ConversationDetailResponse
         * @description A conversation with its messages, the last ones when there are many; ``cost_micros`` is what all its answers
         *     cost, null where nobody named a price.
         */
        ConversationDetailResponse: {
            /** Cost Micros */
            cost_micros: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Hits
             * @default []
             */
            hits: components["schemas"]["ConversationHit"][];
            /** Id */
            id: string;
            /** Last Message Preview */
            last_message_preview: string | null;
            /** Message Count */
            message_count: number;
            /** Messages */
            messages: components["schemas"]["ConversationMessageResponse"][];
            /** Project Id */
            project_id: string | null;
            /** Query */
            query: string | null;
            /** Title */
            title: string | null;
            /** Transcript Ids */
            transcript_ids: string[];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ConversationFormat
         * @description Markdown and Word for people, JSON for programs.
         * @enum {string}
         */
        ConversationFormat: "md" | "docx" | "json";
        /**
         * ConversationHit
         * @description A message in which something was found, or the title where ``message_id`` is null.
         */
        ConversationHit: {
            /** Message Id */
            message_id: string | null;
            /** Role */
            role: ("user" | "assistant") | null;
            /** Snippet */
            snippet: components["schemas"]["SnippetPartResponse"][];
        };
        /**
         * ConversationListItem
         * @description A conversation in a list; the preview is the last question. ``hits`` are the first places of what was looked
         *     for.
         */
        ConversationListItem: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Hits
             * @default []
             */
            hits: components["schemas"]["ConversationHit"][];
            /** Id */
            id: string;
            /** Last Message Preview */
            last_message_preview: string | null;
            /** Message Count */
            message_count: number;
            /** Project Id */
            project_id: string | null;
            /** Query */
            query: string | null;
            /** Title */
            title: string | null;
            /** Transcript Ids */
            transcript_ids: string[];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ConversationListResponse
         * @description Conversations of the caller's, the last used first.
         */
        ConversationListResponse: {
            /** Items */
            items: components["schemas"]["ConversationListItem"][];
            /** Total */
            total: number;
        };
        /**
         * ConversationMessageResponse
         * @description A question, or the answer to it. ``cost_micros`` is in millionths of the currency of the prices; null where
         *     nobody named a price. ``complete`` is false when the model was stopped.
         *
         *     An answer is ``withheld`` while you may not read a recording that it was made from, and ``erased`` when one of them
         *     was deleted; either is empty then.
         */
        ConversationMessageResponse: {
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
            /** Erased */
            erased: boolean;
            /** Id */
            id: string;
            /** Model */
            model: string | null;
            /** Model Label */
            model_label: string | null;
            /** Provider */
            provider: string | null;
            /**
             * Role
             * @enum {string}
             */
            role: "user" | "assistant";
            /** Sentences */
            sentences: components["schemas"]["ChatSentence"][];
            /** Tokens In */
            tokens_in: number;
            /** Tokens Out */
            tokens_out: number;
            /** Withheld */
            withheld: boolean;
        };
        /**
         * ConversationUpdate
         * @description Another title.
         * @example {
         *       "title": "The fence"
         *     }
         */
        ConversationUpdate: {
            /** Title */
            title: string;
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
         * DecideCorrectionsRequest
         * @description Take what somebody had written, or keep what the engine wrote now: of all of these, or of none. With
         *     ``revision``, the one you saw, only if nothing has changed since.
         * @example {
         *       "correction_ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ],
         *       "decision": "mine"
         *     }
         */
        DecideCorrectionsRequest: {
            /** Correction Ids */
            correction_ids: string[];
            decision: components["schemas"]["CarriedDecision"];
            /** Revision */
            revision?: number | null;
        };
        /**
         * DecidedCorrectionsResponse
         * @description The corrections that were decided, as they stand now.
         */
        DecidedCorrectionsResponse: {
            /** Carried */
            carried: number;
            /** Items */
            items: components["schemas"]["CarriedCorrectionResponse"][];
            /** Open */
            open: number;
            /** Revision */
            revision: number;
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
         * @example {
         *       "decision": "keep",
         *       "segment_ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ]
         *     }
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
         * DocumentAssignRequest
         * @description Put documents into a project; null takes them out of every project.
         * @example {
         *       "ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ],
         *       "project_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *     }
         */
        DocumentAssignRequest: {
            /** Ids */
            ids: string[];
            /** Project Id */
            project_id?: string | null;
        };
        /**
         * DocumentCreateResponse
         * @description What an upload made. ``duplicate_of`` tells that the same file was here already; both are kept.
         */
        DocumentCreateResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            duplicate_of: components["schemas"]["DuplicateRef"] | null;
            /** Error */
            error: string | null;
            /** Error Code */
            error_code: string | null;
            /** Error Message */
            error_message: string | null;
            /** Extracted Text */
            extracted_text?: string | null;
            /** File Path */
            file_path: string;
            /** File Size Bytes */
            file_size_bytes: number;
            /** Filename */
            filename: string;
            /** Held */
            held: boolean;
            /** Id */
            id: string;
            /** Job Id */
            job_id: string | null;
            /** Kind */
            kind: string;
            /** Metadata */
            metadata: {
                [key: string]: unknown;
            };
            /** Mime Type */
            mime_type: string;
            /** Note */
            note: string | null;
            /** Page Count */
            page_count: number | null;
            /** Project Id */
            project_id: string | null;
            /** Project Ids */
            project_ids: string[];
            /** Projects */
            projects: components["schemas"]["NamedRef"][];
            /** Sha256 */
            sha256: string;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "processing" | "completed" | "failed";
            /** Tag Ids */
            tag_ids: string[];
            /** Tags */
            tags: components["schemas"]["TagRef"][];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * DocumentHit
         * @description A piece of a document that matches.
         */
        DocumentHit: {
            /** Document Id */
            document_id: string;
            /** Document Title */
            document_title: string;
            /** Id */
            id: string;
            /** Page */
            page: number | null;
            /** Paragraph */
            paragraph: number | null;
            /** Position */
            position: number;
            /** Row */
            row: number | null;
            /** Sheet */
            sheet: string | null;
            /** Snippet */
            snippet: components["schemas"]["SnippetPartResponse"][];
        };
        /**
         * DocumentKindsResponse
         * @description The extensions of files that can be read; ``accept`` is what a file field in a page takes.
         */
        DocumentKindsResponse: {
            /** Accept */
            accept: string;
            /** Extensions */
            extensions: string[];
        };
        /**
         * DocumentPropertiesResponse
         * @description What is known about the file.
         */
        DocumentPropertiesResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** File Exists */
            file_exists: boolean;
            /** File Path */
            file_path: string;
            /** File Size */
            file_size: number;
            /** File Size Formatted */
            file_size_formatted: string;
            /** Filename */
            filename: string;
            /** Id */
            id: string;
            /** Mime Type */
            mime_type: string;
            /** Page Count */
            page_count: number | null;
            /** Sha256 */
            sha256: string;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "processing" | "completed" | "failed";
            /** Storage Location */
            storage_location: string;
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * DocumentResponse
         * @description A document. ``error`` and its ``error_code`` say why a text could not be read, ``note`` what of it could not.
         *
         *     One that is ``held`` can be neither deleted nor changed. ``project_id`` is the first of ``project_ids``,
         *     ``error_message`` the same as ``error``. ``extracted_text`` is there when it was asked for.
         */
        DocumentResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Error */
            error: string | null;
            /** Error Code */
            error_code: string | null;
            /** Error Message */
            error_message: string | null;
            /** Extracted Text */
            extracted_text?: string | null;
            /** File Path */
            file_path: string;
            /** File Size Bytes */
            file_size_bytes: number;
            /** Filename */
            filename: string;
            /** Held */
            held: boolean;
            /** Id */
            id: string;
            /** Job Id */
            job_id: string | null;
            /** Kind */
            kind: string;
            /** Metadata */
            metadata: {
                [key: string]: unknown;
            };
            /** Mime Type */
            mime_type: string;
            /** Note */
            note: string | null;
            /** Page Count */
            page_count: number | null;
            /** Project Id */
            project_id: string | null;
            /** Project Ids */
            project_ids: string[];
            /** Projects */
            projects: components["schemas"]["NamedRef"][];
            /** Sha256 */
            sha256: string;
            /**
             * Status
             * @enum {string}
             */
            status: "queued" | "processing" | "completed" | "failed";
            /** Tag Ids */
            tag_ids: string[];
            /** Tags */
            tags: components["schemas"]["TagRef"][];
            /** Title */
            title: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * DocumentSearchResponse
         * @description One page of matching pieces of documents. ``total_is_capped``: there are more matches than were counted.
         */
        DocumentSearchResponse: {
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Query */
            query: string;
            /** Results */
            results: components["schemas"]["DocumentHit"][];
            /** Total */
            total: number;
            /** Total Is Capped */
            total_is_capped: boolean;
            /** Total Pages */
            total_pages: number;
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
         * DocumentUpdateRequest
         * @description Fields that are left out stay as they are; ``metadata`` replaces the whole object.
         * @example {
         *       "title": "Garden plan, second draft"
         *     }
         */
        DocumentUpdateRequest: {
            /** Metadata */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** Project Id */
            project_id?: string | null;
            /** Title */
            title?: string | null;
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
         * ExportFormat
         * @description The formats a transcript can be saved in.
         * @enum {string}
         */
        ExportFormat: "txt" | "srt" | "vtt" | "json" | "md" | "docx" | "pdf";
        /**
         * FavouriteListResponse
         * @description What the caller has starred and may see, the last starred first.
         */
        FavouriteListResponse: {
            /** Items */
            items: components["schemas"]["FavouriteResponse"][];
        };
        /**
         * FavouriteResponse
         * @description Something that the caller has starred. ``id`` is that of the thing.
         */
        FavouriteResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Id */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "recording" | "document" | "project";
            /** Title */
            title: string;
        };
        /**
         * FindRequest
         * @description What to find, and what to write in its place. ``case`` and ``accents`` say whether those count.
         * @example {
         *       "find": "jon",
         *       "replace": "John",
         *       "whole_words": true
         *     }
         */
        FindRequest: {
            /**
             * Accents
             * @default true
             */
            accents: boolean;
            /**
             * Case
             * @default false
             */
            case: boolean;
            /** Find */
            find: string;
            /**
             * Replace
             * @default
             */
            replace: string;
            /**
             * Whole Words
             * @default false
             */
            whole_words: boolean;
        };
        /**
         * FindResponse
         * @description Where it stands, the first segments of them; ``segments`` and ``places`` count all.
         */
        FindResponse: {
            /** Items */
            items: components["schemas"]["FoundResponse"][];
            /** Places */
            places: number;
            /** Revision */
            revision: number;
            /** Segments */
            segments: number;
        };
        /**
         * FoundResponse
         * @description A segment in which it stands: ``places`` are pairs of first and behind the last character; ``after`` is the text
         *     with the replacement.
         */
        FoundResponse: {
            /** After */
            after: string;
            /** Places */
            places: [
                number,
                number
            ][];
            /** Segment Id */
            segment_id: string;
            /** Speaker */
            speaker: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
        };
        /**
         * GenerateRequest
         * @description How to answer; all of it may be left out. With ``stream`` the answer comes as server-sent events.
         * @example {
         *       "model": "key-sentences",
         *       "stream": false
         *     }
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
         * @description Something that matches: a recording or document by its title, what was said, what stands in a document, a note.
         *
         *     What was said opens at ``start_time`` of its recording; what stands in a document at its ``page``, ``row`` or
         *     ``paragraph``, of which a kind of document has those that it has. ``id`` is that of what ``type`` names; of what was
         *     said it is that of the segment.
         */
        GlobalResult: {
            /** Anchor Data */
            anchor_data?: {
                [key: string]: unknown;
            } | null;
            /** Anchor Type */
            anchor_type?: string | null;
            /** Confidence */
            confidence?: number | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Document Id */
            document_id?: string | null;
            /** Document Kind */
            document_kind?: string | null;
            /** Document Title */
            document_title?: string | null;
            /** End Time */
            end_time?: number | null;
            /** Id */
            id: string;
            /**
             * Match Type
             * @enum {string}
             */
            match_type: "title" | "text";
            /** Note Id */
            note_id?: string | null;
            /** Page */
            page?: number | null;
            /** Paragraph */
            paragraph?: number | null;
            /** Passage Id */
            passage_id?: string | null;
            /** Project Id */
            project_id?: string | null;
            /** Recording Id */
            recording_id?: string | null;
            /** Recording Title */
            recording_title?: string | null;
            /** Row */
            row?: number | null;
            /** Sheet */
            sheet?: string | null;
            /** Snippet */
            snippet: components["schemas"]["SnippetPartResponse"][];
            /** Speaker */
            speaker?: string | null;
            /** Start Time */
            start_time?: number | null;
            /** Text */
            text?: string | null;
            /** Title */
            title: string | null;
            /** Transcript Id */
            transcript_id?: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "recording" | "segment" | "document" | "note";
        };
        /**
         * GlobalSearchResponse
         * @description One page of everything that matches: titles first, then text, the best of each kind first.
         *
         *     ``suggestion``: a query with a mistake of typing mended that finds something, where this one finds nothing.
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
            /** Suggestion */
            suggestion?: string | null;
            /** Total */
            total: number;
            /** Total Is Capped */
            total_is_capped: boolean;
            /** Total Pages */
            total_pages: number;
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
         * Info
         * @description What this server is, and what the caller may do. Callers who are not signed in learn only how to.
         */
        Info: {
            /** Api Version */
            api_version: number;
            auth: components["schemas"]["AuthInfo"];
            limits: components["schemas"]["Limits"] | null;
            look: components["schemas"]["Look"];
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
         * JobStatus
         * @description queued → running → completed | failed | cancelled. A retry after a crash goes from running back to queued.
         * @enum {string}
         */
        JobStatus: "queued" | "running" | "completed" | "failed" | "cancelled";
        /**
         * Kind
         * @description What was corrected: words, a segment that somebody added, or who speaks.
         * @enum {string}
         */
        Kind: "words" | "added" | "speaker";
        /**
         * LeftResponse
         * @description So many were left as they are, for a reason: a machine word, and a sentence that one of them was refused with.
         */
        LeftResponse: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Detail */
            detail: string;
        };
        /**
         * Limits
         * @description What clients should know before they try. What is deleted lies in the trash for ``trash_days``; 0: it is gone.
         */
        Limits: {
            /** Max Upload Bytes */
            max_upload_bytes: number;
            /** Trash Days */
            trash_days: number;
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
        /** ListResponse[DocumentResponse] */
        ListResponse_DocumentResponse_: {
            /** Items */
            items: components["schemas"]["DocumentResponse"][];
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
        /** ListResponse[TrashedItemResponse] */
        ListResponse_TrashedItemResponse_: {
            /** Items */
            items: components["schemas"]["TrashedItemResponse"][];
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
         * Look
         * @description How this installation is called and looks. ``logo`` is the address of a PNG, null for the product's own;
         *     ``style`` a style sheet with its colours, empty for the product's.
         */
        Look: {
            /** Logo */
            logo: string | null;
            /** Name */
            name: string;
            /** Style */
            style: string;
            /** Welcome */
            welcome: string;
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
         * MergeSegmentsRequest
         * @description Make one segment of several that follow each other. ``speaker`` is needed where different people speak.
         * @example {
         *       "segment_ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
         *         "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *       ],
         *       "speaker": "Ada"
         *     }
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
         * MessageCreate
         * @description A question. With ``stream`` the answer comes as server-sent events. Answers are the server's to write.
         * @example {
         *       "content": "Who takes care of the fence, and until when?",
         *       "stream": true
         *     }
         */
        MessageCreate: {
            /** Content */
            content: string;
            /** Model */
            model?: string | null;
            /**
             * Role
             * @default user
             * @constant
             */
            role: "user";
            /**
             * Stream
             * @default false
             */
            stream: boolean;
            /** Temperature */
            temperature?: number | null;
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
         * ModelBringRequest
         * @description Which model to bring here: from the hub, or from a folder of the server.
         * @example {
         *       "name": "small"
         *     }
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
         * @example {
         *       "ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *       ],
         *       "workspace_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *     }
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
         * @example {
         *       "speaker_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *     }
         */
        NameSpeakerRequest: {
            /** Speaker Id */
            speaker_id: string;
        };
        /**
         * NameVersionRequest
         * @description Give the transcript as it is a name, to find it again.
         * @example {
         *       "name": "As sent to the board",
         *       "reason": "The board asked for it"
         *     }
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
         * @example {
         *       "end_time": 14,
         *       "speaker": "Ada",
         *       "start_time": 12.5,
         *       "text": "The gate is green."
         *     }
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
         * NoteCreate
         * @description A note on a recording, a document or a project, on one of them only. Its content is Markdown.
         *
         *     The anchor says where in the thing it stands: ``{"time": 12.5}``, ``{"page": 3}``.
         * @example {
         *       "content": "Ask Ada about the **fence**.",
         *       "recording_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *     }
         */
        NoteCreate: {
            /** Anchor Data */
            anchor_data?: {
                [key: string]: unknown;
            };
            /**
             * Anchor Type
             * @default none
             * @enum {string}
             */
            anchor_type: "none" | "timestamp" | "page" | "selection";
            /** Content */
            content: string;
            /** Document Id */
            document_id?: string | null;
            /** Project Id */
            project_id?: string | null;
            /** Recording Id */
            recording_id?: string | null;
        };
        /**
         * NoteListResponse
         * @description The notes on one thing, the newest first.
         */
        NoteListResponse: {
            /** Items */
            items: components["schemas"]["NoteResponse"][];
            /** Total */
            total: number;
        };
        /**
         * NoteResponse
         * @description A note. ``content`` is Markdown as it was written: whoever shows it leaves out what could run.
         */
        NoteResponse: {
            /** Anchor Data */
            anchor_data: {
                [key: string]: unknown;
            };
            /** Anchor Type */
            anchor_type: string;
            /** Author */
            author: string;
            /** Content */
            content: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Document Id */
            document_id: string | null;
            /** Id */
            id: string;
            /** Project Id */
            project_id: string | null;
            /** Recording Id */
            recording_id: string | null;
            /** Revision */
            revision: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * NoteUpdate
         * @description Fields that are left out stay as they are. With ``revision`` it is refused when somebody was faster.
         * @example {
         *       "content": "Ada has ordered the fence.",
         *       "revision": 1
         *     }
         */
        NoteUpdate: {
            /** Anchor Data */
            anchor_data?: {
                [key: string]: unknown;
            } | null;
            /** Anchor Type */
            anchor_type?: ("none" | "timestamp" | "page" | "selection") | null;
            /** Content */
            content?: string | null;
            /** Revision */
            revision?: number | null;
        };
        /**
         * OpenAIModel
         * @description A model as OpenAI lists it.
         */
        OpenAIModel: {
            /**
             * Created
             * @default 0
             */
            created: number;
            /** Id */
            id: string;
            /**
             * Object
             * @default model
             */
            object: string;
            /**
             * Owned By
             * @default verbatim
             */
            owned_by: string;
        };
        /**
         * OpenAIModelList
         * @description All of them.
         */
        OpenAIModelList: {
            /** Data */
            data: components["schemas"]["OpenAIModel"][];
            /**
             * Object
             * @default list
             */
            object: string;
        };
        /**
         * PassageResponse
         * @description A piece of a document's text and where it stands; ``confidence`` (0 to 1) where it was read by OCR.
         */
        PassageResponse: {
            /** Confidence */
            confidence: number | null;
            /** Id */
            id: string;
            /** Page */
            page: number | null;
            /** Paragraph */
            paragraph: number | null;
            /** Position */
            position: number;
            /** Row */
            row: number | null;
            /** Sheet */
            sheet: string | null;
            /** Text */
            text: string;
        };
        /**
         * Preferences
         * @description Whether every new transcript is summarised by itself, and by which model; null is the usual one.
         * @example {
         *       "summarize": true
         *     }
         */
        Preferences: {
            /** Model */
            model?: string | null;
            /**
             * Summarize
             * @default false
             */
            summarize: boolean;
        };
        /**
         * PresenceRequest
         * @description Where somebody is. ``page`` is a name that the page makes up for itself. ``editing``: they are writing in the
         *     segment; ``here``: false when they leave; ``asks``: the pages of others shall say where they are.
         * @example {
         *       "editing": true,
         *       "page": "page-8f3k2m9x1c",
         *       "segment_id": "4711"
         *     }
         */
        PresenceRequest: {
            /**
             * Asks
             * @default false
             */
            asks: boolean;
            /**
             * Editing
             * @default false
             */
            editing: boolean;
            /**
             * Here
             * @default true
             */
            here: boolean;
            /** Page */
            page: string;
            /** Segment Id */
            segment_id?: string | null;
        };
        /**
         * PresenceResponse
         * @description It has been told to the other pages.
         */
        PresenceResponse: {
            /** Told */
            told: boolean;
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
         * ProcessRequest
         * @description Read the text again. A ``password`` opens a protected document for this once; it is never stored.
         * @example {
         *       "password": "the document's own"
         *     }
         */
        ProcessRequest: {
            /** Password */
            password?: string | null;
        };
        /**
         * ProjectCreate
         * @description A new project.
         * @example {
         *       "description": "Everything about the new garden",
         *       "name": "Garden"
         *     }
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
         * @example {
         *       "workspace_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *     }
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
         * @example {
         *       "name": "Garden and fence"
         *     }
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
         * PromptCreate
         * @description A question to be asked again and again. Variables in its text are filled in for each transcript: ``{title}``,
         *     ``{speakers}``, ``{date}``, ``{language}``, ``{duration}``, and ``{transcript}`` for the transcript itself.
         * @example {
         *       "name": "Minutes",
         *       "text": "Write the minutes of {title}, held by {speakers}."
         *     }
         */
        PromptCreate: {
            /** Name */
            name: string;
            /** Text */
            text: string;
        };
        /**
         * PromptListResponse
         * @description Your own prompts by name.
         */
        PromptListResponse: {
            /** Items */
            items: components["schemas"]["PromptResponse"][];
            /** Total */
            total: number;
        };
        /**
         * PromptResponse
         * @description One of your own prompts.
         */
        PromptResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Text */
            text: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * PromptUpdate
         * @description Fields that are left out stay as they are.
         * @example {
         *       "name": "Short minutes"
         *     }
         */
        PromptUpdate: {
            /** Name */
            name?: string | null;
            /** Text */
            text?: string | null;
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
         * ReassignSegmentRequest
         * @description Give one segment to another speaker, by name.
         * @example {
         *       "segment_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
         *       "speaker_name": "Ada",
         *       "transcript_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *     }
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
         * @example {
         *       "title": "Garden meeting, 3 March"
         *     }
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
         * ReplacedResponse
         * @description What was changed, the first segments of it; ``replaced`` counts all places.
         */
        ReplacedResponse: {
            /** Replaced */
            replaced: number;
            /** Revision */
            revision: number;
            /** Segments */
            segments: components["schemas"]["SegmentResponse"][];
        };
        /**
         * ReplaceRequest
         * @description Replace in the transcript, or in some of its segments only. With ``revision``, the one that was looked at, it is
         *     done only if nothing has changed since.
         * @example {
         *       "find": "jon",
         *       "replace": "John",
         *       "revision": 7,
         *       "whole_words": true
         *     }
         */
        ReplaceRequest: {
            /**
             * Accents
             * @default true
             */
            accents: boolean;
            /**
             * Case
             * @default false
             */
            case: boolean;
            /** Find */
            find: string;
            /**
             * Replace
             * @default
             */
            replace: string;
            /** Revision */
            revision?: number | null;
            /** Segment Ids */
            segment_ids?: string[] | null;
            /**
             * Whole Words
             * @default false
             */
            whole_words: boolean;
        };
        /**
         * RestoreRequest
         * @description Go back to a version, wholly or in some segments. With ``revision``, the one you saw, only if nothing has changed
         *     since.
         * @example {
         *       "reason": "The names were right before",
         *       "revision": 7
         *     }
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
         * RunState
         * @description waiting → running → done | stopped | failed. Stopped: by whoever asked, or because they may not any more.
         * @enum {string}
         */
        RunState: "waiting" | "running" | "done" | "stopped" | "failed";
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
            checked_by?: string | null;
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
         * @example {
         *       "text": "The gate is green.",
         *       "version": 1
         *     }
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
         *     checked. Of an action item ``owner`` is who is to do it and ``due`` until when, in the words that were said; null
         *     where nobody said it.
         */
        SentenceResponse: {
            /** Citations */
            citations: components["schemas"]["CitationResponse"][];
            /** Due */
            due?: string | null;
            /** Owner */
            owner?: string | null;
            /** Section */
            section: string;
            /** Text */
            text: string;
            /** Verified */
            verified: boolean;
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
         * @example {
         *       "target_speaker_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *     }
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
         * @example {
         *       "color": "#2f855a",
         *       "speaker_name": "Ada Lovelace"
         *     }
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
         * SplitSegmentRequest
         * @description Cut a segment before its word number ``word_index`` (from 0), or at the word that is at or behind character
         *     ``at`` of the text, and give what follows to ``speaker``. One of the two is needed.
         * @example {
         *       "speaker": "Grace",
         *       "version": 1,
         *       "word_index": 4
         *     }
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
         * State
         * @description What became of a correction: carried over by itself, open, or decided for what somebody wrote, or for the new.
         * @enum {string}
         */
        State: "carried" | "open" | "mine" | "new";
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
         * StretchRequest
         * @description A stretch of a recording, in seconds, and which engine shall listen to it; the language is by default the one of
         *     the transcript.
         * @example {
         *       "end_time": 17,
         *       "engine": "auto",
         *       "start_time": 12.5
         *     }
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
         * @description All versions of a transcript's summary, the newest first. ``automatic`` says how the one stands that is to be
         *     made by itself; null where there is none to be made, or it is there.
         */
        SummaryListResponse: {
            automatic?: components["schemas"]["AutomaticState"] | null;
            /** Items */
            items: components["schemas"]["SummarizationResponse"][];
            /** Total */
            total: number;
        };
        /**
         * TagAssignRequest
         * @description The tag to put on.
         * @example {
         *       "tag_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *     }
         */
        TagAssignRequest: {
            /** Tag Id */
            tag_id: string;
        };
        /**
         * TagCreateRequest
         * @description A new tag. Names have no commas, because lists of tags are separated by them.
         * @example {
         *       "color": "#2f855a",
         *       "name": "minutes"
         *     }
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
         * @example {
         *       "color": "#2f855a",
         *       "name": "minutes"
         *     }
         */
        TagUpdateRequest: {
            /** Color */
            color?: string | null;
            /** Name */
            name?: string | null;
        };
        /**
         * TermsRequest
         * @description Names and terms to listen for.
         * @example {
         *       "terms": [
         *         "Verbatim",
         *         "Lovelace"
         *       ]
         *     }
         */
        TermsRequest: {
            /** Terms */
            terms: string[];
        };
        /**
         * TextResponse
         * @description A part of a document's text, in reading order. ``total`` are the pieces of all of it.
         */
        TextResponse: {
            /** Items */
            items: components["schemas"]["PassageResponse"][];
            /** Total */
            total: number;
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
         * TranscriptChangeResponse
         * @description One change of a transcript. ``number`` is the revision after it; ``kind`` what was done, such as
         *     ``segment_edited``; ``segments`` how many it was about. ``undoes`` is the number of the change that it took back or
         *     made again, ``undone_by`` of the one that took it back.
         */
        TranscriptChangeResponse: {
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
         * @example {
         *       "language": "en",
         *       "num_speakers": 3,
         *       "vocabulary": [
         *         "Verbatim",
         *         "Lovelace"
         *       ]
         *     }
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
         * TranscriptUndoRequest
         * @description Take back your last change. With ``revision``, the one you saw, only if nothing has changed since.
         * @example {
         *       "revision": 7
         *     }
         */
        TranscriptUndoRequest: {
            /** Revision */
            revision?: number | null;
        };
        /**
         * TranscriptWithSegmentsResponse
         * @description A whole transcript. ``not_understood`` are the stretches in which somebody speaks and there is no text; null
         *     where nobody listened for voices.
         *
         *     ``corrections`` counts what people had corrected in the transcript before it, see ``/corrections``.
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
             * Corrections
             * @default 0
             */
            corrections: number;
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
            /**
             * Revision
             * @default 0
             */
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
         * TrashedIdsRequest
         * @description Things in the trash, by their own ids.
         * @example {
         *       "ids": [
         *         "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
         *         "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"
         *       ]
         *     }
         */
        TrashedIdsRequest: {
            /** Ids */
            ids: string[];
        };
        /**
         * TrashedItemResponse
         * @description Something in the trash, by its own id. ``kind`` is what it is; at ``ends_at`` it is gone, unless ``held``.
         */
        TrashedItemResponse: {
            /** Duration Seconds */
            duration_seconds: number | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** File Size */
            file_size: number;
            /** Held */
            held: boolean;
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /**
             * Trashed At
             * Format: date-time
             */
            trashed_at: string;
            /** Trashed By Name */
            trashed_by_name: string | null;
            /** Workspace Id */
            workspace_id: string | null;
        };
        /**
         * TrashOutcome
         * @description What was done, as a sentence and as a number; ``left`` things could not be, because they are under legal hold.
         */
        TrashOutcome: {
            /** Count */
            count: number;
            /**
             * Left
             * @default 0
             */
            left: number;
            /** Message */
            message: string;
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
         * TwinResponse
         * @description The thing of that kind with the same bytes, if there is one.
         */
        TwinResponse: {
            duplicate_of: components["schemas"]["DuplicateRef"] | null;
        };
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
         * UploadListResponse
         * @description Uploads of the caller's that were broken off or are on their way.
         */
        UploadListResponse: {
            /** Items */
            items: components["schemas"]["UploadResponse"][];
        };
        /**
         * UploadResponse
         * @description An upload: ``offset`` of its ``length`` bytes have arrived. ``result_id`` is what was made of it, if anything.
         */
        UploadResponse: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            duplicate_of?: components["schemas"]["DuplicateRef"] | null;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** File Name */
            file_name: string;
            /** Id */
            id: string;
            /** Is Sending */
            is_sending: boolean;
            /** Kind */
            kind: string;
            /** Length */
            length: number;
            /** Offset */
            offset: number;
            /** Result Id */
            result_id: string | null;
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
            changes: components["schemas"]["TranscriptChangeResponse"][];
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
         * @example {
         *       "consent_by": "Ada Lovelace",
         *       "name": "Ada Lovelace",
         *       "speaker_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"
         *     }
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
         * @example {
         *       "name": "Ada King"
         *     }
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
         * WantedRecordings
         * @description Which recordings are meant, as the list takes it. ``tag_ids`` are comma-separated; all must be present.
         * @example {
         *       "search": "board march",
         *       "status": "untranscribed"
         *     }
         */
        WantedRecordings: {
            /** Date From */
            date_from?: string | null;
            /** Date To */
            date_to?: string | null;
            /**
             * Favourites
             * @default false
             */
            favourites: boolean;
            /** Language */
            language?: string | null;
            /** Max Seconds */
            max_seconds?: number | null;
            /** Min Seconds */
            min_seconds?: number | null;
            /** Project Id */
            project_id?: string | null;
            /** Search */
            search?: string | null;
            /** Speaker */
            speaker?: string | null;
            status?: components["schemas"]["RecordingStatus"] | null;
            /** Tag Ids */
            tag_ids?: string | null;
            /** Workspace Id */
            workspace_id?: string | null;
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
        /** @description - `tus_version`: This server speaks version 1.0.0 of tus; send the header Tus-Resumable: 1.0.0. */
        Error412: {
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
        /** @description - `range_not_satisfiable`: The part of the file that was asked for lies beyond its end. */
        Error416: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /** @description - `unknown_host`: This server does not answer under that host name; add it to VERBATIM_ALLOWED_HOSTS. */
        Error421: {
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
        /** @description - `upload_locked`: Another request is sending to this upload; wait until it has ended. */
        Error423: {
            headers: {
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
        /** @description - `checksum_mismatch`: What arrived is not what was sent: its checksum is another. Send this piece again. */
        Error460: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorAnswer"];
            };
        };
        /**
         * @description - `llm_failed`: The language model gave no answer.
         *     - `llm_malformed`: The model does not answer in the form that was asked for; try another one.
         *     - `llm_no_credit`: The account for this language model has no credit left.
         *     - `llm_unreachable`: The language model cannot be reached.
         *     - `llm_wrong_key`: The key for this language model is not accepted; an administrator can enter another.
         */
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
        /** @description - `llm_timeout`: The model did not answer in time. */
        Error504: {
            headers: {
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
