// Generated from openapi.json by `npm run generate`. Never edited by hand.

export interface paths {
    "/api/config/transcription": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tconf */
        get: operations["tconf_api_config_transcription_get"];
        put?: never;
        post?: never;
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
        /** Events */
        get: operations["events_api_events_get"];
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
        /** Info */
        get: operations["info_api_info_get"];
        put?: never;
        post?: never;
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
        /** Manifest */
        get: operations["manifest_api_plugins_manifest_get"];
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
        /** Projects */
        get: operations["projects_api_projects_get"];
        put?: never;
        /** New Project */
        post: operations["new_project_api_projects_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Project */
        get: operations["get_project_api_projects__id__get"];
        put?: never;
        post?: never;
        /** Del Project */
        delete: operations["del_project_api_projects__id__delete"];
        options?: never;
        head?: never;
        /** Patch Project */
        patch: operations["patch_project_api_projects__id__patch"];
        trace?: never;
    };
    "/api/projects/{id}/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Pr */
        post: operations["add_pr_api_projects__id__recordings__recording_id__post"];
        /** Del Pr */
        delete: operations["del_pr_api_projects__id__recordings__recording_id__delete"];
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
        /** List Recordings */
        get: operations["list_recordings_api_recordings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Recording */
        get: operations["get_recording_api_recordings__id__get"];
        put?: never;
        post?: never;
        /** Delete Recording */
        delete: operations["delete_recording_api_recordings__id__delete"];
        options?: never;
        head?: never;
        /** Patch Recording */
        patch: operations["patch_recording_api_recordings__id__patch"];
        trace?: never;
    };
    "/api/recordings/{id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audio */
        get: operations["audio_api_recordings__id__audio_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel */
        post: operations["cancel_api_recordings__id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Props */
        get: operations["props_api_recordings__id__properties_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry */
        post: operations["retry_api_recordings__id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/transcribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Transcribe */
        post: operations["transcribe_api_recordings__id__transcribe_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/transcripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rtranscripts */
        get: operations["rtranscripts_api_recordings__id__transcripts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/waveform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Waveform */
        get: operations["waveform_api_recordings__id__waveform_get"];
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
        /** Bulk Assign */
        post: operations["bulk_assign_api_recordings_bulk_assign_post"];
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
        /** Bulk Delete */
        post: operations["bulk_delete_api_recordings_bulk_delete_post"];
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
        /** Upload */
        post: operations["upload_api_recordings_upload_post"];
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
        /** Sglobal */
        get: operations["sglobal_api_search_global_get"];
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
        /** Sseg */
        get: operations["sseg_api_search_segments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/speakers/{id}": {
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
        /** Sp Patch */
        patch: operations["sp_patch_api_speakers__id__patch"];
        trace?: never;
    };
    "/api/speakers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sp Merge */
        post: operations["sp_merge_api_speakers__id__merge_post"];
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
        /** Speakers */
        get: operations["speakers_api_speakers_by_transcript__transcript_id__get"];
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
        /** Sp Re */
        post: operations["sp_re_api_speakers_reassign_segment_post"];
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
        /** Unique */
        get: operations["unique_api_speakers_unique_get"];
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
        /** Stats */
        get: operations["stats_api_stats_get"];
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
        /** Tags */
        get: operations["tags_api_tags_get"];
        put?: never;
        /** New Tag */
        post: operations["new_tag_api_tags_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Del Tag */
        delete: operations["del_tag_api_tags__id__delete"];
        options?: never;
        head?: never;
        /** Patch Tag */
        patch: operations["patch_tag_api_tags__id__patch"];
        trace?: never;
    };
    "/api/tags/recordings/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Rt */
        post: operations["add_rt_api_tags_recordings__recording_id__post"];
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
        /** Del Rt */
        delete: operations["del_rt_api_tags_recordings__recording_id___tag_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transcript */
        get: operations["transcript_api_transcripts__id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export */
        get: operations["export_api_transcripts__id__export_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Segs */
        get: operations["segs_api_transcripts__id__segments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/transcripts/{id}/segments/{segment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Del Seg */
        delete: operations["del_seg_api_transcripts__id__segments__segment_id__delete"];
        options?: never;
        head?: never;
        /** Patch Seg */
        patch: operations["patch_seg_api_transcripts__id__segments__segment_id__patch"];
        trace?: never;
    };
    "/api/transcripts/by-recording/{recording_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** By Rec */
        get: operations["by_rec_api_transcripts_by_recording__recording_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fixture/broken.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Broken */
        get: operations["broken_fixture_broken_js_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fixture/hello.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hello */
        get: operations["hello_fixture_hello_js_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fixture/page.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Fpage */
        get: operations["fpage_fixture_page_html_get"];
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
        /** Assign */
        Assign: {
            /** Ids */
            ids: string[];
            /** Project Id */
            project_id: string | null;
        };
        /** Body_upload_api_recordings_upload_post */
        Body_upload_api_recordings_upload_post: {
            /** File */
            file: string;
            /** Language */
            language?: string | null;
            /** Project Id */
            project_id?: string | null;
            /** Title */
            title?: string | null;
            /**
             * Transcribe
             * @default true
             */
            transcribe: string;
        };
        /** DupRef */
        DupRef: {
            /** Id */
            id: string;
            /** Title */
            title: string;
        };
        /** Eng */
        Eng: {
            /** Available */
            available: boolean;
            /** Model */
            model: string | null;
            /** Name */
            name: string;
            /** Reason */
            reason: string | null;
        };
        /** GHit */
        GHit: {
            /** Created At */
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
            snippet: components["schemas"]["Part"][];
            /** Start Time */
            start_time: number | null;
            /** Text */
            text: string;
            /** Title */
            title: string;
            /** Transcript Id */
            transcript_id: string | null;
            /**
             * Type
             * @enum {string}
             */
            type: "recording" | "segment";
        };
        /** GSearch */
        GSearch: {
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Query */
            query: string;
            /** Results */
            results: components["schemas"]["GHit"][];
            /** Total */
            total: number;
            /** Total Is Capped */
            total_is_capped: boolean;
            /** Total Pages */
            total_pages: number;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /** Ids */
        Ids: {
            /** Ids */
            ids: string[];
        };
        /** InheritedTag */
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
        /** JobRef */
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
        /** JobStart */
        JobStart: {
            /** Job Id */
            job_id: string;
            /** Status */
            status: string;
        };
        /** Merge */
        Merge: {
            /** Target Speaker Id */
            target_speaker_id: string;
        };
        /** MergeOut */
        MergeOut: {
            /** Segments Moved */
            segments_moved: number;
            speaker: components["schemas"]["Speaker"];
        };
        /** Message */
        Message: {
            /** Id */
            id?: string | null;
            /** Message */
            message: string;
        };
        /** Part */
        Part: {
            /** Hit */
            hit: boolean;
            /** Text */
            text: string;
        };
        /** ProcStats */
        ProcStats: {
            /** Active Count */
            active_count: number;
            /** Queued Count */
            queued_count: number;
            /** Running Count */
            running_count: number;
        };
        /** Project */
        Project: {
            /** Created At */
            created_at: string;
            /** Description */
            description: string | null;
            /** Id */
            id: string;
            /**
             * Inherited Tags
             * @default []
             */
            inherited_tags: components["schemas"]["InheritedTag"][];
            /**
             * Metadata
             * @default {}
             */
            metadata: {
                [key: string]: unknown;
            };
            /** Name */
            name: string;
            /** Project Type */
            project_type?: string | null;
            /** Recording Count */
            recording_count: number;
            /** Updated At */
            updated_at: string;
        };
        /** ProjectList */
        ProjectList: {
            /** Items */
            items: components["schemas"]["Project"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** ProjectRef */
        ProjectRef: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /** ProjIn */
        ProjIn: {
            /** Description */
            description?: string | null;
            /** Name */
            name: string;
        };
        /** ProjPatch */
        ProjPatch: {
            /** Description */
            description?: string | null;
            /** Name */
            name?: string | null;
        };
        /** Props */
        Props: {
            /** Bit Rate */
            bit_rate: number | null;
            /** Channels */
            channels: number | null;
            /** Codec */
            codec: string | null;
            /** Container */
            container: string | null;
            /** Duration Seconds */
            duration_seconds: number | null;
            /** File Name */
            file_name: string;
            /** File Size */
            file_size: number;
            /** Has Video */
            has_video: boolean;
            /** Mime Type */
            mime_type: string;
            /** Sample Rate */
            sample_rate: number | null;
            /** Sha256 */
            sha256: string | null;
        };
        /** PStats */
        PStats: {
            /** Last Updated */
            last_updated: string | null;
            /** Total Projects */
            total_projects: number;
        };
        /** Reassign */
        Reassign: {
            /** Segment Id */
            segment_id: string;
            /** Speaker Name */
            speaker_name: string;
            /** Transcript Id */
            transcript_id: string;
        };
        /** ReassignOut */
        ReassignOut: {
            segment: components["schemas"]["Segment"];
            /** Speakers */
            speakers: components["schemas"]["Speaker"][];
        };
        /** Recording */
        Recording: {
            /** Created At */
            created_at: string;
            /** Duration Seconds */
            duration_seconds: number | null;
            /** Engine */
            engine: string | null;
            /** File Name */
            file_name: string;
            /** File Path */
            file_path: string;
            /** File Size */
            file_size: number;
            /** Id */
            id: string;
            job: components["schemas"]["JobRef"] | null;
            /** Language */
            language: string | null;
            /**
             * Metadata
             * @default {}
             */
            metadata: {
                [key: string]: unknown;
            };
            /** Mime Type */
            mime_type: string;
            /**
             * Project Ids
             * @default []
             */
            project_ids: string[];
            /**
             * Projects
             * @default []
             */
            projects: components["schemas"]["ProjectRef"][];
            /** Sha256 */
            sha256: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "processing" | "completed" | "failed" | "cancelled";
            /**
             * Tag Ids
             * @default []
             */
            tag_ids: string[];
            /**
             * Tags
             * @default []
             */
            tags: components["schemas"]["TagRef"][];
            /** Template Id */
            template_id?: string | null;
            /** Title */
            title: string;
            /** Transcript Id */
            transcript_id: string | null;
            /** Updated At */
            updated_at: string;
            /** Word Count */
            word_count: number | null;
        };
        /** RecordingList */
        RecordingList: {
            /** Items */
            items: components["schemas"]["Recording"][];
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Total */
            total: number;
            /** Total Pages */
            total_pages: number;
        };
        /** RecPatch */
        RecPatch: {
            /** Metadata */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** Title */
            title?: string | null;
        };
        /** RStats */
        RStats: {
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
        /** SegHit */
        SegHit: {
            /** Confidence */
            confidence: number | null;
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
            snippet: components["schemas"]["Part"][];
            /** Speaker */
            speaker: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
            /** Transcript Id */
            transcript_id: string;
        };
        /** Segment */
        Segment: {
            /**
             * Comment Count
             * @default 0
             */
            comment_count: number;
            /** Confidence */
            confidence: number | null;
            /** Created At */
            created_at: string;
            /** Edited By */
            edited_by: string | null;
            /** End Time */
            end_time: number;
            /** Highlight Color */
            highlight_color?: string | null;
            /** Id */
            id: string;
            /** Original Text */
            original_text: string | null;
            /** Segment Index */
            segment_index: number;
            /** Speaker */
            speaker: string | null;
            /** Speaker Id */
            speaker_id: string | null;
            /** Start Time */
            start_time: number;
            /** Text */
            text: string;
            /** Updated At */
            updated_at: string;
            /** Version */
            version: number;
            /** Words */
            words: components["schemas"]["Word"][] | null;
        };
        /** SegmentPage */
        SegmentPage: {
            /** Items */
            items: components["schemas"]["Segment"][];
            /** Limit */
            limit: number;
            /** Skip */
            skip: number;
            /** Total */
            total: number;
        };
        /** SegPatch */
        SegPatch: {
            /** Speaker */
            speaker?: string | null;
            /** Text */
            text?: string | null;
            /** Version */
            version?: number | null;
        };
        /** SegSearch */
        SegSearch: {
            /** Page */
            page: number;
            /** Page Size */
            page_size: number;
            /** Query */
            query: string;
            /** Results */
            results: components["schemas"]["SegHit"][];
            /** Total */
            total: number;
            /** Total Is Capped */
            total_is_capped: boolean;
            /** Total Pages */
            total_pages: number;
        };
        /** Speaker */
        Speaker: {
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
        };
        /** Speakers */
        Speakers: {
            /** Items */
            items: components["schemas"]["Speaker"][];
        };
        /** SpPatch */
        SpPatch: {
            /** Color */
            color?: string | null;
            /** Speaker Name */
            speaker_name?: string | null;
        };
        /** Stats */
        Stats: {
            /** Documents */
            documents: {
                [key: string]: number;
            };
            processing: components["schemas"]["ProcStats"];
            projects: components["schemas"]["PStats"];
            recordings: components["schemas"]["RStats"];
            transcriptions: components["schemas"]["TStats"];
        };
        /** Tag */
        Tag: {
            /** Color */
            color: string | null;
            /** Created At */
            created_at: string;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /** TagId */
        TagId: {
            /** Tag Id */
            tag_id: string;
        };
        /** TagIn */
        TagIn: {
            /** Color */
            color?: string | null;
            /** Name */
            name: string;
        };
        /** TagPatch */
        TagPatch: {
            /** Color */
            color?: string | null;
            /** Name */
            name?: string | null;
        };
        /** TagRef */
        TagRef: {
            /** Color */
            color: string | null;
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /** Tags */
        Tags: {
            /** Items */
            items: components["schemas"]["Tag"][];
        };
        /** TConf */
        TConf: {
            /** Available Engines */
            available_engines: string[];
            /** Available Models */
            available_models: string[];
            /** Compute Type */
            compute_type: string | null;
            /** Device */
            device: string | null;
            /** Effective Engine */
            effective_engine: string;
            /** Engine */
            engine: string;
            /** Engine Caveats */
            engine_caveats: string[];
            /** Engines */
            engines: components["schemas"]["Eng"][];
            /** External Api Key Set */
            external_api_key_set: boolean;
            /** External Url */
            external_url: string | null;
            /** Is Enterprise */
            is_enterprise: boolean;
            /** Mode */
            mode: string;
            /** Model */
            model: string | null;
            /** Reason */
            reason: string;
        };
        /** TItem */
        TItem: {
            /** Confidence Avg */
            confidence_avg: number | null;
            /** Created At */
            created_at: string;
            /** Engine */
            engine: string | null;
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
        /** TItems */
        TItems: {
            /** Items */
            items: components["schemas"]["TItem"][];
        };
        /** Transcript */
        Transcript: {
            /** Ai Summary */
            ai_summary?: string | null;
            /** Confidence Avg */
            confidence_avg: number | null;
            /** Created At */
            created_at: string;
            /** Engine */
            engine: string | null;
            /** Id */
            id: string;
            /** Language */
            language: string | null;
            /** Model Used */
            model_used: string | null;
            /** Recording Id */
            recording_id: string;
            /** Recording Title */
            recording_title: string;
            /** Segments */
            segments: components["schemas"]["Segment"][];
            /** Speakers */
            speakers: components["schemas"]["Speaker"][];
            /** Updated At */
            updated_at: string;
            /** Word Count */
            word_count: number;
        };
        /** TStats */
        TStats: {
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
        /** UniqueSpeaker */
        UniqueSpeaker: {
            /** Count */
            count: number;
            /** Name */
            name: string;
        };
        /** UniqueSpeakers */
        UniqueSpeakers: {
            /** Items */
            items: components["schemas"]["UniqueSpeaker"][];
        };
        /** UploadResult */
        UploadResult: {
            /** Created At */
            created_at: string;
            duplicate_of: components["schemas"]["DupRef"] | null;
            /** Duration Seconds */
            duration_seconds: number | null;
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
            sha256: string | null;
            /** Status */
            status: string;
            /** Title */
            title: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx?: Record<string, never>;
            /** Input */
            input?: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /** Waveform */
        Waveform: {
            /** Duration Seconds */
            duration_seconds: number;
            /** Peaks */
            peaks: number[];
        };
        /** Word */
        Word: {
            /** Confidence */
            confidence: number | null;
            /** End */
            end: number;
            /** Start */
            start: number;
            /** Text */
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    tconf_api_config_transcription_get: {
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
                    "application/json": components["schemas"]["TConf"];
                };
            };
        };
    };
    events_api_events_get: {
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
                    "application/json": unknown;
                };
            };
        };
    };
    info_api_info_get: {
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    manifest_api_plugins_manifest_get: {
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
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    projects_api_projects_get: {
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
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    new_project_api_projects_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_project_api_projects__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    del_project_api_projects__id__delete: {
        parameters: {
            query?: {
                delete_files?: boolean;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_project_api_projects__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_pr_api_projects__id__recordings__recording_id__post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    del_pr_api_projects__id__recordings__recording_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_recordings_api_recordings_get: {
        parameters: {
            query?: {
                date_from?: string | null;
                date_to?: string | null;
                page?: number;
                page_size?: number;
                project_id?: string | null;
                search?: string | null;
                sort_by?: string;
                sort_order?: string;
                speaker?: string | null;
                status?: string | null;
                tag_ids?: string | null;
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
                    "application/json": components["schemas"]["RecordingList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_recording_api_recordings__id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Recording"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_recording_api_recordings__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_recording_api_recordings__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recording"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    audio_api_recordings__id__audio_get: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    cancel_api_recordings__id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    props_api_recordings__id__properties_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Props"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_api_recordings__id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["JobStart"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    transcribe_api_recordings__id__transcribe_post: {
        parameters: {
            query?: {
                language?: string | null;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["JobStart"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rtranscripts_api_recordings__id__transcripts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["TItems"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    waveform_api_recordings__id__waveform_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Waveform"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    bulk_assign_api_recordings_bulk_assign_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Assign"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    bulk_delete_api_recordings_bulk_delete_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ids"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    upload_api_recordings_upload_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_upload_api_recordings_upload_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResult"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sglobal_api_search_global_get: {
        parameters: {
            query: {
                limit?: number;
                page?: number;
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
                    "application/json": components["schemas"]["GSearch"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sseg_api_search_segments_get: {
        parameters: {
            query: {
                page?: number;
                page_size?: number;
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
                    "application/json": components["schemas"]["SegSearch"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sp_patch_api_speakers__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Speaker"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sp_merge_api_speakers__id__merge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Merge"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    speakers_api_speakers_by_transcript__transcript_id__get: {
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
                    "application/json": components["schemas"]["Speakers"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sp_re_api_speakers_reassign_segment_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reassign"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReassignOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    unique_api_speakers_unique_get: {
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
                    "application/json": components["schemas"]["UniqueSpeakers"];
                };
            };
        };
    };
    stats_api_stats_get: {
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
                    "application/json": components["schemas"]["Stats"];
                };
            };
        };
    };
    tags_api_tags_get: {
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
                    "application/json": components["schemas"]["Tags"];
                };
            };
        };
    };
    new_tag_api_tags_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    del_tag_api_tags__id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_tag_api_tags__id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_rt_api_tags_recordings__recording_id__post: {
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
                "application/json": components["schemas"]["TagId"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    del_rt_api_tags_recordings__recording_id___tag_id__delete: {
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    transcript_api_transcripts__id__get: {
        parameters: {
            query?: {
                words?: boolean;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    export_api_transcripts__id__export_get: {
        parameters: {
            query?: {
                format?: "txt" | "srt" | "vtt" | "json";
                include_speakers?: boolean;
                include_timestamps?: boolean;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": unknown;
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    segs_api_transcripts__id__segments_get: {
        parameters: {
            query?: {
                limit?: number;
                skip?: number;
                words?: boolean;
            };
            header?: never;
            path: {
                id: string;
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
                    "application/json": components["schemas"]["SegmentPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    del_seg_api_transcripts__id__segments__segment_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                segment_id: string;
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
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    patch_seg_api_transcripts__id__segments__segment_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                segment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    by_rec_api_transcripts_by_recording__recording_id__get: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["Transcript"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    broken_fixture_broken_js_get: {
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
                    "application/json": unknown;
                };
            };
        };
    };
    hello_fixture_hello_js_get: {
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
                    "application/json": unknown;
                };
            };
        };
    };
    fpage_fixture_page_html_get: {
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
                    "application/json": unknown;
                };
            };
        };
    };
}
