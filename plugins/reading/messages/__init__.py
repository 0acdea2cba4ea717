"""What reading tells an editor: one function a fault, each with a stable code and a remedy."""

from plugins.reading.messages.dates import *  # noqa: F403 - one list in several files
from plugins.reading.messages.figures import *  # noqa: F403
from plugins.reading.messages.forms import *  # noqa: F403
from plugins.reading.messages.heads import *  # noqa: F403
from plugins.reading.messages.records import *  # noqa: F403
from plugins.reading.messages.references import *  # noqa: F403
from plugins.reading.messages.sources import *  # noqa: F403
from plugins.reading.messages.table_files import *  # noqa: F403
from plugins.reading.messages.texts import *  # noqa: F403
