"""Single sign-on through OpenID Connect: code flow with PKCE, one client for each provider."""
