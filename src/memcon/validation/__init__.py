"""The only way to call anything valid: schema, house rules, links between files, as one list of diagnostics.

The functions are loaded when they are first asked for: a schema of one's own is checked without any of them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.validation.levels import (
        check_links,
        compile_schemas,
        faults_of,
        house_findings,
        validate,
        validate_all,
        validate_tree,
    )

__all__ = ["check_links", "compile_schemas", "faults_of", "house_findings", "validate", "validate_all", "validate_tree"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from memcon.validation import levels

        return getattr(levels, name)
    raise AttributeError(f"module 'memcon.validation' has no attribute {name!r}")
