"""Says how soon enquiries are answered, and what happens when that is not possible.

kind: response-times
heading: Response times
clauses:
  - id: answer
    provides: [reply-time, holding-reply]
    response_time:
      text: |
        An officer should answer a member's enquiry within 10 working days.
        If a full answer will take longer, the officer should say why and when it will come.
      value: 10
      unit: working_days
      holding_reply: yes
"""

from protobuild.model.kinds.base import described

KIND = described(
    __doc__,
    title="Response times",
    signs=("response", "service standard", "standards of service", "timescale", "enquiries"),
)
