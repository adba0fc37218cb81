export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect width="32" height="32" rx="8" className="fill-brand" />
      <path d="M8 13v6M12 9.5v13M16 12v8M20 8v16M24 13v6" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
