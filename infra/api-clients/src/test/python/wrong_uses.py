# mypy must refuse the last line of each of these uses.
from agent_run_service.models.approval_step import ApprovalStep
from workspace_service.models.action import Action
from workspace_service.models.create_action_request import CreateActionRequest

# A required field is missing.
action = CreateActionRequest(priority="URGENT")

# A value is not one of the enum's.
urgency = CreateActionRequest(title="Order steel", priority="SOON")

# A field of a response may be null.
def due(action: Action) -> str:
    return action.due.isoformat()

# A step of this kind has no such field.
def answer(step: ApprovalStep) -> str:
    return step.answer
