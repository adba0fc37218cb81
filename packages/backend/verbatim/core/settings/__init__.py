"""What an administrator can set: where each value comes from, and how every process follows a change."""
